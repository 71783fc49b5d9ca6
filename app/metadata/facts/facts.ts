// The facts of an instance: the small set of values that every path is computed from (imds.md 7).
import * as z from 'zod';
import { LIFECYCLE_STATES } from '../../events/kinds.ts';
import { roleCredentials, shownRoleCredentials } from './role-credentials.ts';
import { FRESH } from './credential-failures.ts';
import { longCidrv6, shortestCidrv6, shortestIpv6 } from './ip.ts';
import {
  LONGEST_ROTATION_SECONDS,
  ROTATION_SECONDS_NEEDED,
  SHORTEST_ROTATION_SECONDS,
  USUAL_ROTATION_SECONDS,
} from './rotation-interval.ts';
import {
  ARCHITECTURES,
  DHCP_DOMAIN,
  DEVICE_NAME,
  INSTANCE_ACTIONS,
  LIFE_CYCLES,
  MAC,
  ROLE_NAME,
  SYSTEMS,
  TAG_KEY,
  TAG_KEY_NEEDED,
} from './words.ts';

/** One line of text: not empty, no control characters. */
const text = (max: number) =>
  z
    .string()
    .min(1, 'Some text is needed, such as one word.')
    .max(max, { error: `At most ${max} characters are allowed.`, abort: true })
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'Control characters are not allowed; use one line of plain text.');
/** A rule is asked about what can be right alone: it may take long over a long text. */
const pattern = (rule: RegExp, message: string, max = 255) =>
  z.string().max(max, { error: message, abort: true }).regex(rule, message);
const yesOrNo = z.boolean('true or false is needed.');
const wholeNumber = (min: number, max: number) => {
  const error = `A whole number from ${min} to ${max} is needed, such as ${min}.`;
  return z.number(error).int(error).min(min, error).max(max, error);
};
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `One of ${values.join(', ')} is needed.`);
const list = <Item extends z.ZodType>(item: Item, max: number) => z.array(item).max(max, `At most ${max} are allowed.`);
const listOfSome = <Item extends z.ZodType>(item: Item, max: number) =>
  list(item, max).min(1, 'At least one is needed.');

const id = (prefix: string) =>
  pattern(
    new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`),
    `${prefix}- and 8 or 17 hexadecimal digits are needed, such as ${prefix}-0abcdef1234567890.`,
  );

const accountId = pattern(/^\d{12}$/, 'An account id has 12 digits, such as 123456789012.');
/** Forms only: which there are is asked of changes alone, so that what a saved world says stays. */
const region = pattern(/^[a-z]{2,5}(-[a-z]+){1,3}-\d{1,2}$/, 'A region is needed, such as us-east-1.');
const availabilityZone = pattern(
  /^[a-z]{2,5}(-[a-z]+){1,3}-\d{1,2}([a-z]|(-[a-z0-9]+)+)$/,
  'An Availability Zone is needed, such as us-east-1a.',
);
const availabilityZoneId = pattern(
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*-(az|wlz)[1-9]\d?$/,
  'A zone id is needed, such as use1-az4.',
);
const mac = pattern(MAC, 'A MAC address in lower case is needed, such as 0e:49:61:0f:c3:11.');
const ipv4 = z.ipv4('An IPv4 address is needed, such as 10.0.12.34.');
/** The form is asked about what can be an address alone: it takes long over a long text. */
const address = (form: z.ZodIPv6 | z.ZodCIDRv6, message: string) =>
  z.string().max(64, { error: message, abort: true }).check(form);
const IPV6_NEEDED = 'An IPv6 address is needed, such as 2001:db8:8:4::2.';
/** However it was typed, it is written as RFC 5952 has it. */
const ipv6 = address(z.ipv6(IPV6_NEEDED), IPV6_NEEDED).overwrite(shortestIpv6);
const cidrv4 = z.cidrv4('An IPv4 CIDR block is needed, such as 10.0.0.0/16.');
const CIDRV6_NEEDED = 'An IPv6 CIDR block is needed, such as 2001:db8:8::/56.';
/** Nothing is left out of a block, and of a prefix as much as can be (imds.md 1.3). */
const cidrv6 = address(z.cidrv6(CIDRV6_NEEDED), CIDRV6_NEEDED).overwrite(longCidrv6);
const ipv6Prefix = address(z.cidrv6(CIDRV6_NEEDED), CIDRV6_NEEDED).overwrite(shortestCidrv6);
const device = pattern(/^[A-Za-z0-9/]{1,64}$/, 'A device name is needed, such as /dev/xvda.');
const TIME_NEEDED = 'A time from 1970 on in milliseconds, of whole seconds, is needed, such as 1722513540000.';
const time = z
  .number(TIME_NEEDED)
  .int(TIME_NEEDED)
  .min(0, TIME_NEEDED)
  .max(8_640_000_000_000, TIME_NEEDED)
  .multipleOf(1000, TIME_NEEDED);
const deviceName = pattern(DEVICE_NAME, 'The name ami, root, ebsN or ephemeralN is needed, such as ebs1.');
const roleName = pattern(
  ROLE_NAME,
  'A role name has up to 64 letters, digits and + = , . @ - _, such as metadeck-role.',
);
const tagKey = pattern(TAG_KEY, TAG_KEY_NEEDED);

/** One line of an authorized_keys file. */
const publicKey = text(4096).regex(
  /^(ssh-[a-z0-9]+|ecdsa-sha2-[a-z0-9]+) [A-Za-z0-9+/]{16,}={0,2}( .*)?$/,
  'A public key as OpenSSH writes it is needed, such as ssh-ed25519 AAAAC3Nza… my-key.',
);

const securityGroup = z.strictObject({ id: id('sg'), name: text(255) });

const networkInterface = z.strictObject({
  mac,
  deviceNumber: wholeNumber(0, 255),
  interfaceId: id('eni'),
  /** Only on instance types with several network cards. */
  networkCard: wholeNumber(0, 31).nullable(),
  /** The primary address first; empty on an IPv6-only interface. */
  privateIpv4s: list(ipv4, 50),
  publicIpv4s: list(z.strictObject({ publicIp: ipv4, privateIp: ipv4 }), 50),
  ipv6s: list(ipv6, 50),
  ipv4Prefixes: list(cidrv4, 50),
  ipv6Prefixes: list(ipv6Prefix, 50),
  subnetId: id('subnet'),
  subnetIpv4Cidr: cidrv4.nullable(),
  subnetIpv6Cidrs: list(cidrv6, 10),
  vpcId: id('vpc'),
  /** The primary block first. */
  vpcIpv4Cidrs: list(cidrv4, 20),
  vpcIpv6Cidrs: list(cidrv6, 20),
  securityGroups: listOfSome(securityGroup, 16),
});
export type NetworkInterface = z.infer<typeof networkInterface>;

const productCode = pattern(
  /^[a-z0-9]{1,64}$/,
  'A product code has lower-case letters and digits, such as 1abc2defghijklm3nopqrs4tu.',
);

const billingProduct = pattern(/^bp-[0-9a-f]{8}$/, 'bp- and 8 hexadecimal digits are needed, such as bp-6ba54002.');

const DOMAIN_NEEDED =
  'A domain name is needed, or two with a blank between, such as corp.example or corp.example eu.corp.example.';
const dhcpDomain = pattern(DHCP_DOMAIN, DOMAIN_NEEDED);

/** As many as EC2 allows. */
const MAX_TAGS = 50;
const instanceTags = z
  .record(tagKey, z.string().max(256, 'The value of a tag has at most 256 characters.'))
  .refine((given) => Object.keys(given).length <= MAX_TAGS, `An instance has at most ${MAX_TAGS} tags.`);

const PROFILE_NAME_NEEDED =
  'A profile name has up to 128 letters, digits and + = , . @ - _, after an IAM path if it has one; such as metadeck-profile or team/web/profile.';
/** IAM allows 512 characters of path, of which the first slash is not written here. */
const MAX_PATH_AND_NAME = 511 + 128;

const instanceProfile = z.strictObject({
  profileId: pattern(
    /^AIPA[A-Z0-9]{16,17}$/,
    'AIPA and 16 or 17 capitals or digits are needed, such as AIPAQ4M7WZ2KXJ5NBT3RV.',
  ),
  /** With its IAM path, if it has one: `team/web/profile`. */
  profileName: pattern(/^([!-.0-~]+\/)*[\w+=,.@-]{1,128}$/, PROFILE_NAME_NEEDED, MAX_PATH_AND_NAME),
  roleName,
});

const nullable = {
  /** What the AMI is billed for beside the instance; null for nothing. */
  billingProducts: list(billingProduct, 16).min(1, 'At least one is needed, or null for none.').nullable(),
  /** The domain that the DHCP options of the VPC set; null for AWS's own. */
  dhcpDomain: dhcpDomain.nullable(),
};

const fields = {
  accountId,
  region,
  availabilityZone,
  availabilityZoneId,
  instanceId: id('i'),
  instanceType: pattern(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'An instance type is needed, such as m7g.large.'),
  architecture: oneOf(ARCHITECTURES),
  lifeCycle: oneOf(LIFE_CYCLES),
  amiId: id('ami'),
  amiLaunchIndex: wholeNumber(0, 100_000),
  amiManifestPath: text(255),
  /** Milliseconds since 1970, whole seconds. */
  launchTime: time,
  reservationId: id('r'),
  /** How private host names are made (imds.md 1.2). */
  hostnameType: oneOf(['ip-name', 'resource-name']),
  /** Whether the VPC gives public DNS names. */
  dnsHostnames: yesOrNo,
  instanceAction: oneOf(INSTANCE_ACTIONS),
  virtualization: text(64),
  system: oneOf(SYSTEMS),
  interfaces: listOfSome(networkInterface, 32),
  keyPair: z.strictObject({ name: text(255), publicKey }).nullable(),
  instanceProfile: instanceProfile.nullable(),
  /** `ami`, `root`, `ebsN` and `ephemeralN`, each with its device. */
  blockDevices: listOfSome(z.strictObject({ name: deviceName, device }), 64),
  placementGroup: text(255).nullable(),
  partitionNumber: wholeNumber(1, 7).nullable(),
  hostId: id('h').nullable(),
  productCodes: list(productCode, 16),
  kernelId: id('aki').nullable(),
  ramdiskId: id('ari').nullable(),
  tags: instanceTags,
  /** The target lifecycle state in its Auto Scaling group; null outside one. */
  lifecycleState: oneOf(LIFECYCLE_STATES).nullable(),
  /** Whether it is set up to hibernate; null where nobody said. */
  hibernation: yesOrNo.nullable(),
  detailedMonitoring: yesOrNo,
};

/** How often new credentials come, of the role and of the instance itself. */
const credentialRotationSeconds = z
  .number(ROTATION_SECONDS_NEEDED)
  .int(ROTATION_SECONDS_NEEDED)
  .min(SHORTEST_ROTATION_SECONDS, ROTATION_SECONDS_NEEDED)
  .max(LONGEST_ROTATION_SECONDS, ROTATION_SECONDS_NEEDED);

/** Worlds saved before there were these facts had the usual ones. */
const later = {
  roleCredentials: roleCredentials.default(FRESH),
  billingProducts: nullable.billingProducts.default(null),
  dhcpDomain: nullable.dhcpDomain.default(null),
  credentialRotationSeconds: credentialRotationSeconds.default(USUAL_ROTATION_SECONDS),
};

export const facts = z.strictObject({ ...fields, ...later });
export type Facts = z.infer<typeof facts>;

/** Without defaults: what is not given stays. */
export const factsPatch = z
  .strictObject({ ...fields, roleCredentials, ...nullable, credentialRotationSeconds })
  .partial();

/** As they are shown: credentials given by hand are masked. */
export const shownFacts = z.strictObject({
  ...fields,
  ...nullable,
  roleCredentials: shownRoleCredentials,
  credentialRotationSeconds,
});
export type ShownFacts = z.infer<typeof shownFacts>;
