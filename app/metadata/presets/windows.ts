// The preset `windows`: a Windows Server with a start-up script for EC2Launch.
import { DEFAULT_OPTIONS } from '../../world/option-defaults.ts';
import type { Facts, NetworkInterface } from '../facts/facts.ts';
import { PLAIN_FACTS, PLAIN_INTERFACE, type Preset } from './preset.ts';

const primary: NetworkInterface = {
  ...PLAIN_INTERFACE,
  mac: '02:94:e1:6d:38:bb',
  interfaceId: 'eni-0a2b76146c8a6b5c2',
  privateIpv4s: ['10.30.2.64'],
  publicIpv4s: [{ publicIp: '203.0.113.142', privateIp: '10.30.2.64' }],
  subnetId: 'subnet-092428666dfe38387',
  subnetIpv4Cidr: '10.30.2.0/24',
  vpcId: 'vpc-047dbf6c443682cb0',
  vpcIpv4Cidrs: ['10.30.0.0/16'],
  securityGroups: [
    { id: 'sg-0c6b2021d6eb785fc', name: 'rdp' },
    { id: 'sg-0c6d29d8076dbc3c7', name: 'web' },
  ],
};

/** EC2 encrypts the administrator's password with an RSA key: Windows takes no other. */
const RSA_KEY =
  'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDGDav3zPBS1KjMg26XnLf0oYfnqjOI58XGSBMD/5SqatAShuNStN6fssuj/La2e7gTZYhZswcWycmDktK4sfdEgN2jNnFdywWmKK4lWM5z+CYrT2RNdF5bN0pHsBBjht2VBOrYvaFl3n/ZVDvso1d8oOxDAjkxkyU1zGvyGVE5iyZ7D0GoWao4BloRXSPUvT9/WnXMjj8g/zaxa+6e6W8G7rvonEA0L+nwUZUgx3k0IRH0odLwFfTqzMPC4XIbzsSQLJ3aolmZJp2VuSu/JA+lY6KsIXxSecQHp9/95fWc9zRZfQaHMNAfCg0kvqJWKqJ8MywCWKlxmTxT/u9mXxf3 metadeck-windows';

function facts(launchTime: number): Facts {
  return {
    ...PLAIN_FACTS,
    region: 'eu-west-1',
    availabilityZone: 'eu-west-1a',
    availabilityZoneId: 'euw1-az2',
    instanceId: 'i-0d13d7800b08eaa66',
    instanceType: 'm6i.xlarge',
    architecture: 'x86_64',
    amiId: 'ami-0e71ceb245427aaed',
    launchTime,
    reservationId: 'r-07b54e0d869c09d7d',
    // Windows with its licence, as every AMI of Amazon's for Windows Server has it.
    billingProducts: ['bp-6ba54002'],
    interfaces: [primary],
    keyPair: { name: 'metadeck-windows', publicKey: RSA_KEY },
    instanceProfile: {
      profileId: 'AIPA5NFTWG25EBN7Z64CD',
      profileName: 'metadeck-profile',
      roleName: 'metadeck-role',
    },
    blockDevices: [
      { name: 'ami', device: '/dev/sda1' },
      { name: 'ebs1', device: 'xvdf' },
      { name: 'root', device: '/dev/sda1' },
    ],
    tags: { Environment: 'staging', Name: 'WEB-01', OS: 'Windows_Server-2022' },
  };
}

/** EC2Launch runs it at the first boot, and with <persist> at each one after. */
const userData = `<powershell>
Install-WindowsFeature -Name Web-Server -IncludeManagementTools
New-Item -Path C:\\inetpub\\wwwroot\\health.txt -ItemType File -Value ok -Force
</powershell>
<persist>true</persist>
`;

export const WINDOWS: Preset = {
  doc: 'A Windows Server, m6i.xlarge in eu-west-1a, with a public address, a role, an RSA key and a PowerShell script as user data; IMDSv2 required.',
  facts,
  userData,
  options: { ...DEFAULT_OPTIONS, httpTokens: 'required', httpPutResponseHopLimit: 2 },
};
