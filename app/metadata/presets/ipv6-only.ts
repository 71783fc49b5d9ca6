// The preset `ipv6-only`: an instance in an IPv6-only subnet, with resource names for host names.
import { DEFAULT_OPTIONS } from '../../world/option-defaults.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { KEY_PAIR, PLAIN_FACTS, PLAIN_INTERFACE, type Preset, ROOT_DEVICES } from './preset.ts';

const primary: NetworkInterface = {
  ...PLAIN_INTERFACE,
  mac: '06:a7:5c:d2:0e:93',
  interfaceId: 'eni-0ee763d6030df8293',
  privateIpv4s: [],
  ipv6s: ['2001:db8:31:1a00:6d0f:4c2e:91b7:5a8'],
  subnetId: 'subnet-09cb896cbef82c0e2',
  subnetIpv4Cidr: null,
  subnetIpv6Cidrs: ['2001:db8:31:1a00:0:0:0:0/64'],
  vpcId: 'vpc-0820011740718e3cd',
  // Every VPC has IPv4 blocks; an interface without IPv4 does not say so.
  vpcIpv4Cidrs: ['10.40.0.0/16'],
  vpcIpv6Cidrs: ['2001:db8:31:1a00:0:0:0:0/56'],
  securityGroups: [{ id: 'sg-0b6335a9ae9059d11', name: 'ipv6-services' }],
};

function facts(launchTime: number): Facts {
  return {
    ...PLAIN_FACTS,
    region: 'eu-central-1',
    availabilityZone: 'eu-central-1a',
    availabilityZoneId: 'euc1-az2',
    instanceId: 'i-037ecec18fa35ee22',
    instanceType: 't4g.medium',
    architecture: 'arm64',
    amiId: 'ami-0a91b3dc14285319a',
    launchTime,
    reservationId: 'r-0511522a195a73d5a',
    hostnameType: 'resource-name',
    interfaces: [primary],
    keyPair: KEY_PAIR,
    instanceProfile: {
      profileId: 'AIPALUJZ2NYTXSCQXXNSB',
      profileName: 'metadeck-profile',
      roleName: 'metadeck-role',
    },
    blockDevices: ROOT_DEVICES,
    tags: { Environment: 'staging', Name: 'resolver' },
  };
}

export const IPV6_ONLY: Preset = {
  doc: 'An instance in an IPv6-only subnet, t4g.medium in eu-central-1a: resource names, no IPv4 address, the IPv6 endpoint on; IMDSv2 required.',
  facts,
  userData: null,
  options: {
    ...DEFAULT_OPTIONS,
    httpTokens: 'required',
    httpPutResponseHopLimit: 2,
    httpProtocolIpv6: 'enabled',
  },
};
