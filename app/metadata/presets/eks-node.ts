// The preset `eks-node`: a node of a managed node group, with prefix delegation, as Amazon EKS launches it.
import { DEFAULT_OPTIONS } from '../../world/option-defaults.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { PLAIN_FACTS, PLAIN_INTERFACE, type Preset, ROOT_DEVICES } from './preset.ts';

const SUBNET = {
  subnetId: 'subnet-01d96b551ac1f1fd8',
  subnetIpv4Cidr: '10.1.32.0/19',
  vpcId: 'vpc-05e4ed37f0264911b',
  vpcIpv4Cidrs: ['10.1.0.0/16'],
  securityGroups: [{ id: 'sg-01bea8ab72600dc02', name: 'eks-cluster-sg-metadeck-1385502297' }],
};

/** The one it was launched with, and the one that the VPC CNI attached; a /28 of addresses for pods on each. */
const interfaces: NetworkInterface[] = [
  {
    ...PLAIN_INTERFACE,
    ...SUBNET,
    mac: '06:3b:92:e4:57:a1',
    interfaceId: 'eni-039987a60ed2e73d4',
    privateIpv4s: ['10.1.41.203'],
    ipv4Prefixes: ['10.1.45.64/28'],
  },
  {
    ...PLAIN_INTERFACE,
    ...SUBNET,
    mac: '06:c8:1d:70:2a:e5',
    deviceNumber: 1,
    interfaceId: 'eni-0c430e76dac7de98c',
    privateIpv4s: ['10.1.52.18'],
    ipv4Prefixes: ['10.1.58.176/28', '10.1.60.16/28'],
  },
];

const NODE_GROUP = 'metadeck-nodes';
const GROUP = `eks-${NODE_GROUP}-56c8a1d4-2f7b-4b2e-9a80-6d1c3e5f7a92`;

/** Keys with a slash, such as `kubernetes.io/cluster/metadeck`, can't be where tags are shown in the metadata (imds.md 1.3). */
const tags = {
  Name: NODE_GROUP,
  'aws:autoscaling:groupName': GROUP,
  'aws:ec2:fleet-id': 'fleet-0bc6fe40-039a-a54f-c037-ecec18fa35ee',
  'aws:ec2launchtemplate:id': 'lt-068080e4857e55f62',
  'aws:ec2launchtemplate:version': '1',
  'aws:eks:cluster-name': 'metadeck',
  'eks:cluster-name': 'metadeck',
  'eks:nodegroup-name': NODE_GROUP,
};

function facts(launchTime: number): Facts {
  return {
    ...PLAIN_FACTS,
    region: 'us-west-2',
    availabilityZone: 'us-west-2b',
    availabilityZoneId: 'usw2-az1',
    instanceId: 'i-0430e49dfe4fa72b2',
    instanceType: 'm7i.large',
    architecture: 'x86_64',
    amiId: 'ami-045125103ca28815b',
    launchTime,
    reservationId: 'r-08e3eeb79e021dfda',
    interfaces,
    instanceProfile: {
      profileId: 'AIPAC7WYPJJLXX44M77LW',
      profileName: 'eks-56c8a1d4-2f7b-4b2e-9a80-6d1c3e5f7a92',
      roleName: 'metadeck-node-role',
    },
    blockDevices: ROOT_DEVICES,
    tags,
    lifecycleState: 'InService',
  };
}

/** What a managed node group writes for nodeadm on Amazon Linux 2023. */
const userData = `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="//"

--//
Content-Type: application/node.eks.aws

---
apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  cluster:
    apiServerEndpoint: https://9F3C1B7A5D2E4F60718293A4B5C6D7E8.gr7.us-west-2.eks.amazonaws.com
    certificateAuthority: bWFkZSB1cCBieSBNZXRhZGVjaywgb2YgdXNlIHRvIG5vYm9keQo=
    cidr: 172.20.0.0/16
    name: metadeck
  kubelet:
    config:
      maxPods: 110
      clusterDNS:
      - 172.20.0.10
    flags:
    - "--node-labels=eks.amazonaws.com/nodegroup-image=ami-045125103ca28815b,eks.amazonaws.com/capacityType=ON_DEMAND,eks.amazonaws.com/nodegroup=metadeck-nodes"

--//--`;

export const EKS_NODE: Preset = {
  doc: 'A node of an EKS managed node group, m7i.large in us-west-2b: two interfaces, delegated prefixes, hop limit 2, IMDSv2 required.',
  facts,
  userData,
  options: { ...DEFAULT_OPTIONS, httpTokens: 'required', httpPutResponseHopLimit: 2 },
};
