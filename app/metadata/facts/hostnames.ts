// The DNS names of an instance and its interfaces (imds.md 1.2, Hostname shapes).
import type { Facts, NetworkInterface } from './facts.ts';
import { partitionOf } from './region.ts';

/** The interface that the values at the top level come from: device 0 of the first network card. */
export function primaryInterface(facts: Facts): NetworkInterface {
  const ordered = [...facts.interfaces].sort(
    (a, b) => a.deviceNumber - b.deviceNumber || (a.networkCard ?? 0) - (b.networkCard ?? 0),
  );
  const [first] = ordered;
  if (!first) throw new Error('An instance has at least one network interface.');
  return first;
}

/** From the private address, or from the instance id where resource names are used or there is no IPv4 address. */
export function privateHostname(facts: Facts, { privateIpv4s: [address] }: NetworkInterface): string {
  const domain = facts.region === 'us-east-1' ? 'ec2.internal' : `${facts.region}.compute.internal`;
  const byName = facts.hostnameType === 'resource-name' || address === undefined;
  return `${byName ? facts.instanceId : `ip-${address.replaceAll('.', '-')}`}.${domain}`;
}

/** Null without a public IPv4 address, or where the VPC gives no DNS names. */
export function publicHostname(facts: Facts, { publicIpv4s: [first] }: NetworkInterface): string | null {
  if (!first || !facts.dnsHostnames) return null;
  const zone = facts.region === 'us-east-1' ? 'compute-1' : `${facts.region}.compute`;
  return `ec2-${first.publicIp.replaceAll('.', '-')}.${zone}.${partitionOf(facts.region).domain}`;
}
