// The facts of an instance: the small set of values that every path is computed from (imds.md 7).
import * as z from 'zod';
import { LIFECYCLE_STATES } from '../events/lifecycle.ts';

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'Control characters are not allowed.');
const pattern = (rule: RegExp, message: string) => z.string().max(255).regex(rule, message);

const id = (prefix: string) =>
  pattern(
    new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`),
    `${prefix}- and 8 or 17 hexadecimal digits are needed, such as ${prefix}-0abcdef1234567890.`,
  );

export const accountId = pattern(/^\d{12}$/, 'An account id has 12 digits, such as 123456789012.');
export const region = pattern(/^[a-z]{2}(-[a-z]+)+-\d$/, 'A region is needed, such as us-east-1.');
export const availabilityZone = pattern(
  /^[a-z]{2}(-[a-z0-9]+)+-\d[a-z]$/,
  'An Availability Zone is needed, such as us-east-1a.',
);
export const availabilityZoneId = pattern(
  /^[a-z]{2,4}\d-(az|[a-z]{3}\d-az)\d$/,
  'A zone id is needed, such as use1-az4.',
);
export const mac = pattern(
  /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/,
  'A MAC address in lower case is needed, such as 0e:49:61:0f:c3:11.',
);
export const ipv4 = z.ipv4('An IPv4 address is needed, such as 10.0.12.34.');
export const ipv6 = z.ipv6('An IPv6 address is needed, such as 2001:db8:8:4::2.');
export const cidrv4 = z.cidrv4('An IPv4 CIDR block is needed, such as 10.0.0.0/16.');
export const cidrv6 = z.cidrv6('An IPv6 CIDR block is needed, such as 2001:db8:8::/56.');
export const device = pattern(/^[A-Za-z0-9/]{1,64}$/, 'A device name is needed, such as /dev/xvda.');
export const time = z.number().int().min(0).max(8_640_000_000_000);
export const deviceName = pattern(
  /^(ami|root|(ebs|ephemeral)\d{1,2})$/,
  'The name ami, root, ebsN or ephemeralN is needed.',
);
/** The place of a key pair among those named at launch: EC2 takes one. */
export const keyIndex = z.literal('0');
export const roleName = pattern(
  /^[\w+=,.@-]{1,64}$/,
  'A role name may have up to 64 letters, digits and + = , . @ - _.',
);
/** The keys that EC2 exposes in instance metadata (imds.md 1.3, tags). */
export const tagKey = pattern(
  /^(?!(\.|\.\.|_index)$)[0-9A-Za-z\-_+=,.@:]{1,255}$/,
  'A tag key may have letters, digits and - _ + = , . @ :, and may not be ".", ".." or "_index".',
);

const securityGroup = z.strictObject({ id: id('sg'), name: text(255) });

export const networkInterface = z.strictObject({
  mac,
  deviceNumber: z.number().int().min(0).max(255),
  interfaceId: id('eni'),
  /** Only on instance types with several network cards. */
  networkCard: z.number().int().min(0).max(31).nullable(),
  /** The primary address first; empty on an IPv6-only interface. */
  privateIpv4s: z.array(ipv4).max(50),
  publicIpv4s: z.array(z.strictObject({ publicIp: ipv4, privateIp: ipv4 })).max(50),
  ipv6s: z.array(ipv6).max(50),
  ipv4Prefixes: z.array(cidrv4).max(50),
  ipv6Prefixes: z.array(cidrv6).max(50),
  subnetId: id('subnet'),
  subnetIpv4Cidr: cidrv4.nullable(),
  subnetIpv6Cidrs: z.array(cidrv6).max(10),
  vpcId: id('vpc'),
  /** The primary block first. */
  vpcIpv4Cidrs: z.array(cidrv4).max(20),
  vpcIpv6Cidrs: z.array(cidrv6).max(20),
  securityGroups: z.array(securityGroup).min(1).max(16),
});
export type NetworkInterface = z.infer<typeof networkInterface>;

const instanceProfile = z.strictObject({
  profileId: pattern(/^AIPA[A-Z0-9]{16,17}$/, 'AIPA and 16 or 17 capitals or digits are needed.'),
  profileName: pattern(/^[\w+=,.@-]{1,128}$/, 'A profile name may have letters, digits and + = , . @ - _.'),
  roleName,
});

export const facts = z.strictObject({
  accountId,
  region,
  availabilityZone,
  availabilityZoneId,
  instanceId: id('i'),
  instanceType: pattern(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'An instance type is needed, such as m7g.large.'),
  architecture: z.enum(['i386', 'x86_64', 'arm64']),
  lifeCycle: z.enum(['on-demand', 'spot', 'scheduled', 'capacity-block']),
  amiId: id('ami'),
  amiLaunchIndex: z.number().int().min(0).max(100_000),
  amiManifestPath: text(255),
  /** Milliseconds since 1970, whole seconds. */
  launchTime: time.multipleOf(1000),
  reservationId: id('r'),
  /** How private host names are made (imds.md 1.2). */
  hostnameType: z.enum(['ip-name', 'resource-name']),
  /** Whether the VPC gives public DNS names. */
  dnsHostnames: z.boolean(),
  instanceAction: z.enum(['none', 'shutdown', 'bundle-pending']),
  virtualization: text(64),
  system: z.enum(['nitro', 'xen-on-nitro', 'xen']),
  interfaces: z.array(networkInterface).min(1).max(32),
  keyPair: z.strictObject({ name: text(255), publicKey: text(4096) }).nullable(),
  instanceProfile: instanceProfile.nullable(),
  /** `ami`, `root`, `ebsN` and `ephemeralN`, each with its device. */
  blockDevices: z
    .array(z.strictObject({ name: deviceName, device }))
    .min(1)
    .max(64),
  placementGroup: text(255).nullable(),
  partitionNumber: z.number().int().min(1).max(7).nullable(),
  hostId: id('h').nullable(),
  productCodes: z.array(pattern(/^[a-z0-9]{1,64}$/, 'A product code has lower-case letters and digits.')).max(16),
  kernelId: id('aki').nullable(),
  ramdiskId: id('ari').nullable(),
  tags: z.record(tagKey, z.string().max(256)),
  /** The target lifecycle state in its Auto Scaling group; null outside one. */
  lifecycleState: z.enum(LIFECYCLE_STATES).nullable(),
  /** Whether it is set up to hibernate; null where nobody said. */
  hibernation: z.boolean().nullable(),
  detailedMonitoring: z.boolean(),
});
export type Facts = z.infer<typeof facts>;

export const factsPatch = facts.partial();
