// The DNS names of an instance and its interfaces (imds.md 1.2, Hostname shapes).
import type { Facts, NetworkInterface } from './facts.ts';
import { partitionOf } from '../regions/regions.ts';

/** The interface that the values at the top level come from: device 0 of the first network card. */
export function primaryInterface(facts: Facts): NetworkInterface {
  const ordered = [...facts.interfaces].sort(
    (a, b) => a.deviceNumber - b.deviceNumber || (a.networkCard ?? 0) - (b.networkCard ?? 0),
  );
  const [first] = ordered;
  if (!first) throw new Error('An instance has at least one network interface.');
  return first;
}

/** What a private host name begins with: the private address, or the instance id where resource names are used or there is no IPv4 address. */
export function hostLabel(facts: Facts, { privateIpv4s: [address] }: NetworkInterface): string {
  const byName = facts.hostnameType === 'resource-name' || address === undefined;
  return byName ? facts.instanceId : `ip-${address.replaceAll('.', '-')}`;
}

/** The domain that private host names have where the VPC's DHCP options set none. */
export function usualDomain(region: string): string {
  return region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
}

/** The label and the domain. DHCP options are the VPC's, so every interface in that of the primary one has its domain (imds.md 8). */
export function privateHostname(facts: Facts, given: NetworkInterface): string {
  const isShared = given.vpcId === primaryInterface(facts).vpcId;
  const domain = (isShared ? facts.dhcpDomain : null) ?? usualDomain(facts.region);
  return `${hostLabel(facts, given)}.${domain}`;
}

/** Null without a public IPv4 address, or where the VPC gives no DNS names. */
export function publicHostname(facts: Facts, { publicIpv4s: [first] }: NetworkInterface): string | null {
  if (!first || !facts.dnsHostnames) return null;
  const zone = facts.region === 'us-east-1' ? 'compute-1' : `${facts.region}.compute`;
  return `ec2-${first.publicIp.replaceAll('.', '-')}.${zone}.${partitionOf(facts.region).domain}`;
}
