// The preset `on-demand`: what a launch without special wishes gives today, on x86_64 and with IMDSv2 required.
import { DEFAULT_OPTIONS } from '../../world/option-defaults.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { KEY_PAIR, PLAIN_FACTS, PLAIN_INTERFACE, type Preset, ROOT_DEVICES } from './preset.ts';

const primary: NetworkInterface = {
  ...PLAIN_INTERFACE,
  mac: '12:5f:0c:a8:41:d7',
  interfaceId: 'eni-08131d962bf403345',
  privateIpv4s: ['172.31.22.187'],
  publicIpv4s: [{ publicIp: '198.51.100.86', privateIp: '172.31.22.187' }],
  subnetId: 'subnet-0c70242ecd800ea54',
  subnetIpv4Cidr: '172.31.16.0/20',
  vpcId: 'vpc-02134d2d377dbede2',
  vpcIpv4Cidrs: ['172.31.0.0/16'],
  securityGroups: [{ id: 'sg-08678cac9e2656075', name: 'launch-wizard-1' }],
};

function facts(launchTime: number): Facts {
  return {
    ...PLAIN_FACTS,
    region: 'us-east-1',
    availabilityZone: 'us-east-1b',
    availabilityZoneId: 'use1-az6',
    instanceId: 'i-0ca75c98c070e44a5',
    instanceType: 'm7i.large',
    architecture: 'x86_64',
    amiId: 'ami-08b05445d21b6c994',
    launchTime,
    reservationId: 'r-08c738d9cf73fe7f5',
    interfaces: [primary],
    keyPair: KEY_PAIR,
    instanceProfile: {
      profileId: 'AIPAN2Z4OI4SBDSBMYKRM',
      profileName: 'metadeck-profile',
      roleName: 'metadeck-role',
    },
    blockDevices: ROOT_DEVICES,
    tags: { Environment: 'staging', Name: 'orders' },
  };
}

export const ON_DEMAND: Preset = {
  doc: 'An on-demand instance, m7i.large (x86_64) in us-east-1b, with a public address, a role and tags; IMDSv2 required.',
  facts,
  userData: null,
  // What an AMI with `imds-support=v2.0` brings along, as Amazon Linux 2023 does (imds.md 2.8).
  options: { ...DEFAULT_OPTIONS, httpTokens: 'required', httpPutResponseHopLimit: 2 },
};
