// The preset `spot`: the instance out of the box, a spot instance with everything that one usually has.
import { DEFAULT_OPTIONS } from '../../world/option-defaults.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { KEY_PAIR, PLAIN_FACTS, PLAIN_INTERFACE, type Preset } from './preset.ts';

const primary: NetworkInterface = {
  ...PLAIN_INTERFACE,
  mac: '0e:49:61:0f:c3:11',
  interfaceId: 'eni-0f95d3625f5c521cc',
  privateIpv4s: ['10.0.12.34'],
  publicIpv4s: [{ publicIp: '203.0.113.25', privateIp: '10.0.12.34' }],
  ipv6s: ['2001:db8:8:4::2'],
  subnetId: 'subnet-0ac62554b1c9d3e87',
  subnetIpv4Cidr: '10.0.0.0/20',
  // Nothing is left out, as newer instances write these (imds.md 1.3).
  subnetIpv6Cidrs: ['2001:db8:8:4:0:0:0:0/64'],
  vpcId: 'vpc-0d295a6a7e1f4b3c2',
  vpcIpv4Cidrs: ['10.0.0.0/16'],
  vpcIpv6Cidrs: ['2001:db8:8:0:0:0:0:0/56'],
  securityGroups: [{ id: 'sg-0b7d41c8e92f3a506', name: 'checkout' }],
};

function facts(launchTime: number): Facts {
  return {
    ...PLAIN_FACTS,
    region: 'us-east-1',
    availabilityZone: 'us-east-1a',
    availabilityZoneId: 'use1-az4',
    instanceId: 'i-0f3a27b9d04ec91e5',
    instanceType: 'm7g.large',
    architecture: 'arm64',
    lifeCycle: 'spot',
    amiId: 'ami-0a1b2c3d4e5f67890',
    launchTime,
    reservationId: 'r-0c4d9e61f7a2b8035',
    interfaces: [primary],
    keyPair: KEY_PAIR,
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
    tags: { Environment: 'staging', Name: 'checkout' },
  };
}

export const SPOT: Preset = {
  doc: 'A spot instance, m7g.large in us-east-1a, with a public address, a role and tags; IMDSv1 allowed.',
  facts,
  userData: null,
  options: DEFAULT_OPTIONS,
};
