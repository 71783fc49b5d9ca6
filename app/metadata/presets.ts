// The named instances (imds.md 7).
import { AEMM_DEFAULTS } from '../aemm/defaults.ts';
import { AEMM_FACTS } from '../aemm/facts.ts';
import { asAemm } from '../aemm/instance.ts';
import { DEFAULT_PLACES } from '../events/audience.ts';
import { DEFAULT_OPTIONS } from '../options.ts';
import type { Instance } from '../world.ts';
import type { Facts, NetworkInterface } from './facts.ts';
import type { PresetName } from './preset-names.ts';

type Preset = { doc: string; facts: (createdAt: number) => Facts; userData: string | null };

const spotInterface: NetworkInterface = {
  mac: '0e:49:61:0f:c3:11',
  deviceNumber: 0,
  interfaceId: 'eni-0f95d3625f5c521cc',
  networkCard: null,
  privateIpv4s: ['10.0.12.34'],
  publicIpv4s: [{ publicIp: '203.0.113.25', privateIp: '10.0.12.34' }],
  ipv6s: ['2001:db8:8:4::2'],
  ipv4Prefixes: [],
  ipv6Prefixes: [],
  subnetId: 'subnet-0ac62554b1c9d3e87',
  subnetIpv4Cidr: '10.0.0.0/20',
  // Nothing is left out, as newer instances write these (imds.md 1.3).
  subnetIpv6Cidrs: ['2001:db8:8:4:0:0:0:0/64'],
  vpcId: 'vpc-0d295a6a7e1f4b3c2',
  vpcIpv4Cidrs: ['10.0.0.0/16'],
  vpcIpv6Cidrs: ['2001:db8:8:0:0:0:0:0/56'],
  securityGroups: [{ id: 'sg-0b7d41c8e92f3a506', name: 'checkout' }],
};

/** A spot instance with everything that one usually has. */
function spotFacts(createdAt: number): Facts {
  return {
    accountId: '123456789012',
    region: 'us-east-1',
    availabilityZone: 'us-east-1a',
    availabilityZoneId: 'use1-az4',
    instanceId: 'i-0f3a27b9d04ec91e5',
    instanceType: 'm7g.large',
    architecture: 'arm64',
    lifeCycle: 'spot',
    amiId: 'ami-0a1b2c3d4e5f67890',
    amiLaunchIndex: 0,
    amiManifestPath: '(unknown)',
    launchTime: wholeSeconds(createdAt),
    reservationId: 'r-0c4d9e61f7a2b8035',
    hostnameType: 'ip-name',
    dnsHostnames: true,
    instanceAction: 'none',
    virtualization: 'default-hvm',
    system: 'nitro',
    interfaces: [spotInterface],
    keyPair: {
      name: 'metadeck-key',
      publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG6jZoQNyfnY/+1qbUx8VItDcXHhHIeJZY7MoqYf5bDz metadeck-key',
    },
    instanceProfile: {
      profileId: 'AIPAQ4M7WZ2KXJ5NBT3RV',
      profileName: 'metadeck-profile',
      roleName: 'metadeck-role',
    },
    blockDevices: [
      { name: 'ami', device: '/dev/xvda' },
      { name: 'ebs1', device: 'sdb' },
      { name: 'root', device: '/dev/xvda' },
    ],
    placementGroup: null,
    partitionNumber: null,
    hostId: null,
    productCodes: [],
    kernelId: null,
    ramdiskId: null,
    tags: { Environment: 'staging', Name: 'checkout' },
    lifecycleState: null,
    hibernation: null,
    detailedMonitoring: false,
  };
}

export const PRESETS: Record<PresetName, Preset> = {
  spot: {
    doc: 'A spot instance, m7g.large in us-east-1a, with a public address, a role and tags; IMDSv1 allowed.',
    facts: spotFacts,
    userData: null,
  },
  aemm: {
    doc: 'Amazon EC2 Metadata Mock as it is without configuration: its paths, values, notices and errors.',
    facts: (createdAt) => ({ ...spotFacts(createdAt), ...AEMM_FACTS }),
    userData: null,
  },
};

function wholeSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

/** The facts of a preset for an instance made at that moment (milliseconds). */
export function presetFacts(name: PresetName, createdAt: number): Facts {
  return PRESETS[name].facts(createdAt);
}

/** The user data of a preset in base64; null without any. */
export function presetUserData(name: PresetName): string | null {
  return PRESETS[name].userData;
}

/** A new instance as the preset has it, made now; all its times are whole seconds. */
export function presetInstance(name: PresetName, now: number): Instance {
  const createdAt = wholeSeconds(now);
  const first = { kind: 'first' as const, count: DEFAULT_PLACES };
  const made: Instance = {
    name,
    preset: name,
    profile: 'ec2',
    aemm: null,
    createdAt,
    changedAt: createdAt,
    facts: presetFacts(name, createdAt),
    overrides: {},
    userData: presetUserData(name),
    options: DEFAULT_OPTIONS,
    audience: { spot: first, maintenance: first, lifecycle: first },
    events: [],
  };
  return name === 'aemm' ? asAemm(made, AEMM_DEFAULTS, now) : made;
}
