// What a preset is, and what most of them have in common (imds.md 7).
import type { Options } from '../../world/options.ts';
import type { Instance } from '../../world/world.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { FRESH } from '../facts/credential-failures.ts';
import { USUAL_ROTATION_SECONDS } from '../facts/rotation-interval.ts';

export type Preset = {
  /** One line of documentation. */
  doc: string;
  /** The facts of an instance made at that moment (milliseconds, whole seconds). */
  facts: (createdAt: number) => Facts;
  /** ASCII text; null without any. */
  userData: string | null;
  options: Options;
  /** The wire dialect, unless it is the real service's. */
  profile?: Instance['profile'];
};

/** What an instance has that nobody gave anything: one on EBS and Nitro, bought on demand. */
export const PLAIN_FACTS = {
  accountId: '123456789012',
  lifeCycle: 'on-demand',
  amiLaunchIndex: 0,
  amiManifestPath: '(unknown)',
  hostnameType: 'ip-name',
  dnsHostnames: true,
  instanceAction: 'none',
  virtualization: 'default-hvm',
  system: 'nitro',
  keyPair: null,
  instanceProfile: null,
  placementGroup: null,
  partitionNumber: null,
  hostId: null,
  productCodes: [],
  kernelId: null,
  ramdiskId: null,
  tags: {},
  lifecycleState: null,
  hibernation: null,
  detailedMonitoring: false,
  roleCredentials: FRESH,
  billingProducts: null,
  dhcpDomain: null,
  credentialRotationSeconds: USUAL_ROTATION_SECONDS,
} satisfies Partial<Facts>;

/** What an interface has that nobody gave anything: the primary one. */
export const PLAIN_INTERFACE = {
  deviceNumber: 0,
  networkCard: null,
  publicIpv4s: [],
  ipv6s: [],
  ipv4Prefixes: [],
  ipv6Prefixes: [],
  subnetIpv6Cidrs: [],
  vpcIpv6Cidrs: [],
} satisfies Partial<NetworkInterface>;

/** The root volume alone, as Amazon Linux has it. */
export const ROOT_DEVICES: Facts['blockDevices'] = [
  { name: 'ami', device: '/dev/xvda' },
  { name: 'root', device: '/dev/xvda' },
];

/** The key pair of every preset that has one. */
export const KEY_PAIR: Facts['keyPair'] = {
  name: 'metadeck-key',
  publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG6jZoQNyfnY/+1qbUx8VItDcXHhHIeJZY7MoqYf5bDz metadeck-key',
};
