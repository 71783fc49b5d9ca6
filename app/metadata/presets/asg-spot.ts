// The preset `asg-spot`: a spot member of an Auto Scaling group, in service.
import { DEFAULT_OPTIONS } from '../../world/option-defaults.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { PLAIN_FACTS, PLAIN_INTERFACE, type Preset, ROOT_DEVICES } from './preset.ts';

const primary: NetworkInterface = {
  ...PLAIN_INTERFACE,
  mac: '0a:d3:7e:19:b6:2f',
  interfaceId: 'eni-02aeb522bcb5e5852',
  privateIpv4s: ['10.20.48.117'],
  subnetId: 'subnet-05fcf88570816a998',
  subnetIpv4Cidr: '10.20.48.0/20',
  vpcId: 'vpc-098922894c0b7bded',
  vpcIpv4Cidrs: ['10.20.0.0/16'],
  securityGroups: [{ id: 'sg-071619b05fd2f13ce', name: 'workers' }],
};

function facts(launchTime: number): Facts {
  return {
    ...PLAIN_FACTS,
    region: 'us-east-1',
    availabilityZone: 'us-east-1c',
    availabilityZoneId: 'use1-az1',
    instanceId: 'i-05f216b58f2e0939c',
    instanceType: 'c7g.xlarge',
    architecture: 'arm64',
    lifeCycle: 'spot',
    amiId: 'ami-06b2596588ff27750',
    launchTime,
    reservationId: 'r-0228a754845b0f222',
    interfaces: [primary],
    instanceProfile: {
      profileId: 'AIPAX7A2YOP4F4TISDREV',
      profileName: 'metadeck-profile',
      roleName: 'metadeck-role',
    },
    blockDevices: ROOT_DEVICES,
    tags: {
      Environment: 'staging',
      Name: 'workers',
      'aws:autoscaling:groupName': 'workers',
      'aws:ec2:fleet-id': 'fleet-0768f692-bdfb-efbc-9024-846e38971e5a',
      'aws:ec2launchtemplate:id': 'lt-03b4268b72492525e',
      'aws:ec2launchtemplate:version': '3',
    },
    lifecycleState: 'InService',
    detailedMonitoring: true,
  };
}

export const ASG_SPOT: Preset = {
  doc: 'A spot instance of an Auto Scaling group, c7g.xlarge in us-east-1c, in service, with a role and the tags of its group.',
  facts,
  userData: null,
  options: DEFAULT_OPTIONS,
};
