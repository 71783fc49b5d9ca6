// The preset `bare`: an instance with nothing that can be left out, and the metadata options of EC2's API when nobody sets any.
import { DEFAULT_OPTIONS } from '../../world/option-defaults.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { PLAIN_FACTS, PLAIN_INTERFACE, type Preset, ROOT_DEVICES } from './preset.ts';

const primary: NetworkInterface = {
  ...PLAIN_INTERFACE,
  mac: '0e:21:f4:8b:66:0d',
  interfaceId: 'eni-01e3ac66a9b97809c',
  privateIpv4s: ['10.50.7.9'],
  subnetId: 'subnet-01d4305d4209c6e6e',
  subnetIpv4Cidr: '10.50.0.0/20',
  vpcId: 'vpc-0685a0a509dc5f982',
  vpcIpv4Cidrs: ['10.50.0.0/16'],
  securityGroups: [{ id: 'sg-0127721d32ee71542', name: 'default' }],
};

function facts(launchTime: number): Facts {
  return {
    ...PLAIN_FACTS,
    region: 'us-east-1',
    availabilityZone: 'us-east-1a',
    availabilityZoneId: 'use1-az4',
    instanceId: 'i-08f7dc3d288aa6e93',
    instanceType: 't3.micro',
    architecture: 'x86_64',
    amiId: 'ami-03c4f968fe0b79e2d',
    launchTime,
    reservationId: 'r-0ecb3e8c9a5258f39',
    interfaces: [primary],
    blockDevices: ROOT_DEVICES,
  };
}

export const BARE: Preset = {
  doc: 'A bare instance, t3.micro in us-east-1a: no role, tags, key pair, user data or public address; IMDSv1 allowed.',
  facts,
  userData: null,
  options: { ...DEFAULT_OPTIONS, instanceMetadataTags: 'disabled' },
};
