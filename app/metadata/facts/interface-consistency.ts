// Where network interfaces contradict themselves or each other (imds.md 1.3, network/interfaces/macs).
import type { Issue } from '../../result.ts';
import type { NetworkInterface } from './facts.ts';
import { canonical, liesIn, properBlock, rangeOf } from './ip.ts';

export function interfaceIssues(interfaces: NetworkInterface[]): Issue[] {
  return [
    ...primaryIssues(interfaces),
    ...repeatIssues(interfaces),
    ...sharedIssues(interfaces),
    ...interfaces.flatMap((given, index) => ownIssues(given, `interfaces.${index}`)),
  ];
}

function primaryIssues(interfaces: NetworkInterface[]): Issue[] {
  if (interfaces.some(({ deviceNumber, networkCard }) => deviceNumber === 0 && !networkCard)) return [];
  const message =
    'No interface is the primary one. One needs device number 0, on network card 0 where there are several.';
  return [{ path: 'interfaces.0.deviceNumber', message }];
}

type Named = { path: string; value: string };

/** What must be there once only, over all interfaces. */
function repeatIssues(interfaces: NetworkInterface[]): Issue[] {
  const each = (pick: (given: NetworkInterface, path: string) => Named[]) =>
    repeats(interfaces.flatMap((given, index) => pick(given, `interfaces.${index}`)));
  return [
    ...each(({ mac }, path) => [{ path: `${path}.mac`, value: mac }]),
    ...each(({ interfaceId }, path) => [{ path: `${path}.interfaceId`, value: interfaceId }]),
    ...each(({ deviceNumber, networkCard }, path) => [
      { path: `${path}.deviceNumber`, value: `device ${deviceNumber} of network card ${networkCard ?? 0}` },
    ]),
    ...each(({ privateIpv4s }, path) => listed(privateIpv4s, `${path}.privateIpv4s`)),
    ...each(({ ipv6s }, path) => listed(ipv6s, `${path}.ipv6s`)),
    ...each(({ publicIpv4s }, path) => listed(unique(publicIpv4s.map((one) => one.publicIp)), `${path}.publicIpv4s`)),
    ...interfaces.flatMap(({ securityGroups }, index) =>
      repeats(
        listed(
          securityGroups.map(({ id }) => id),
          `interfaces.${index}.securityGroups`,
        ),
      ),
    ),
  ];
}

function listed(values: readonly string[], path: string): Named[] {
  return values.map((value, index) => ({ path: `${path}.${index}`, value: canonical(value) }));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function repeats(given: Named[]): Issue[] {
  const again = given.filter(({ value }, index) => given.findIndex((one) => one.value === value) < index);
  return again.map(({ path, value }) => ({ path, message: `${value} is used already. Use one that no other has.` }));
}

/** Interfaces in the same subnet, VPC or security group say the same about it. */
function sharedIssues(interfaces: NetworkInterface[]): Issue[] {
  return [
    ...disagreements(
      interfaces.map((given, index) => ({
        path: `interfaces.${index}.subnetId`,
        key: given.subnetId,
        said: [given.vpcId, given.subnetIpv4Cidr, ...given.subnetIpv6Cidrs].join(' '),
      })),
    ),
    ...disagreements(
      interfaces.map((given, index) => ({
        path: `interfaces.${index}.vpcId`,
        key: given.vpcId,
        said: [...given.vpcIpv4Cidrs, ...given.vpcIpv6Cidrs].join(' '),
      })),
    ),
    ...disagreements(groupClaims(interfaces, ({ id, name }) => ({ key: id, said: name }))),
    ...disagreements(groupClaims(interfaces, ({ id, name }, vpcId) => ({ key: `${name} in ${vpcId}`, said: id }))),
  ];
}

type Claim = { path: string; key: string; said: string };
type Group = NetworkInterface['securityGroups'][number];

function groupClaims(
  interfaces: NetworkInterface[],
  claim: (group: Group, vpcId: string) => Omit<Claim, 'path'>,
): Claim[] {
  return interfaces.flatMap(({ securityGroups, vpcId }, index) =>
    securityGroups.map((group) => ({ path: `interfaces.${index}.securityGroups`, ...claim(group, vpcId) })),
  );
}

function disagreements(claims: Claim[]): Issue[] {
  const contradicts = (claim: Claim) => claims.find(({ key }) => key === claim.key)?.said !== claim.said;
  return claims.filter(contradicts).map(({ path, key, said }) => {
    const first = claims.find((one) => one.key === key)?.said;
    return {
      path,
      message: `${key} is said to be both ${first} and ${said}. Say the same in both places, such as ${first}.`,
    };
  });
}

/** What one interface says that does not fit together. */
function ownIssues(given: NetworkInterface, path: string): Issue[] {
  return [
    ...blockIssues(given, path),
    ...addressIssues(given, path),
    ...prefixIssues(given, path),
    ...publicIssues(given, path),
  ];
}

/** Blocks are properly written, and those of the subnet lie in those of the VPC. */
function blockIssues(given: NetworkInterface, path: string): Issue[] {
  const subnetBlock = given.subnetIpv4Cidr === null ? [] : [given.subnetIpv4Cidr];
  return [
    ...improper(subnetBlock, () => `${path}.subnetIpv4Cidr`),
    ...improper(given.subnetIpv6Cidrs, (index) => `${path}.subnetIpv6Cidrs.${index}`),
    ...improper(given.vpcIpv4Cidrs, (index) => `${path}.vpcIpv4Cidrs.${index}`),
    ...improper(given.vpcIpv6Cidrs, (index) => `${path}.vpcIpv6Cidrs.${index}`),
    ...outside(subnetBlock, given.vpcIpv4Cidrs, `${path}.subnetIpv4Cidr`, 'VPC'),
    ...outside(given.subnetIpv6Cidrs, given.vpcIpv6Cidrs, `${path}.subnetIpv6Cidrs`, 'VPC'),
  ];
}

function improper(blocks: string[], path: (index: number) => string): Issue[] {
  return blocks.flatMap((block, index) => {
    const proper = properBlock(block);
    const message = `${block} does not begin where a block of that size does. Use the beginning of the block, such as ${proper}.`;
    return proper === undefined ? [] : [{ path: path(index), message }];
  });
}

function addressIssues(given: NetworkInterface, path: string): Issue[] {
  if (given.privateIpv4s.length + given.ipv6s.length === 0) {
    const message = 'The interface has no address. It needs a private IPv4 or an IPv6 address, such as 10.0.12.34.';
    return [{ path: `${path}.privateIpv4s`, message }];
  }
  const blocks = given.subnetIpv4Cidr === null ? [] : [given.subnetIpv4Cidr];
  return [
    ...outside(given.privateIpv4s, blocks, `${path}.privateIpv4s`, 'subnet'),
    ...outside(given.ipv6s, given.subnetIpv6Cidrs, `${path}.ipv6s`, 'subnet'),
  ];
}

function prefixIssues(given: NetworkInterface, path: string): Issue[] {
  const blocks = given.subnetIpv4Cidr === null ? [] : [given.subnetIpv4Cidr];
  return [
    ...improper(given.ipv4Prefixes, (index) => `${path}.ipv4Prefixes.${index}`),
    ...improper(given.ipv6Prefixes, (index) => `${path}.ipv6Prefixes.${index}`),
    ...outside(given.ipv4Prefixes, blocks, `${path}.ipv4Prefixes`, 'subnet'),
    ...outside(given.ipv6Prefixes, given.subnetIpv6Cidrs, `${path}.ipv6Prefixes`, 'subnet'),
  ];
}

/** Addresses, or blocks, that lie in none of these blocks. */
function outside(inner: string[], blocks: string[], path: string, network: 'subnet' | 'VPC'): Issue[] {
  const lost = inner.filter((one) => !blocks.some((block) => liesIn(one, block)));
  return lost.map((one) => ({ path, message: `${one} does not lie in the ${network}. ${allowedIn(blocks, network)}` }));
}

function allowedIn(blocks: string[], network: string): string {
  const [first] = blocks;
  if (first === undefined) return `The ${network} has no block of that kind; give it one first.`;
  const { first: from, last, example } = rangeOf(first);
  const rest = blocks.length > 1 ? `, or in ${blocks.slice(1).join(', ')}` : '';
  return `Its block ${first} goes from ${from} to ${last}${rest}; ${example} would do.`;
}

/** Each public address leads to a private one of this interface, and says so once. */
function publicIssues({ publicIpv4s, privateIpv4s }: NetworkInterface, path: string): Issue[] {
  const lost = publicIpv4s.filter(({ privateIp }) => !privateIpv4s.includes(privateIp));
  const pairs = publicIpv4s.map(({ publicIp, privateIp }) => ({
    path: `${path}.publicIpv4s`,
    value: `${publicIp} with ${privateIp}`,
  }));
  return [
    ...lost.map(({ publicIp, privateIp }) => ({
      path: `${path}.publicIpv4s`,
      message: `${publicIp} leads to ${privateIp}, which the interface does not have. ${privateChoice(privateIpv4s)}`,
    })),
    ...repeats(pairs),
  ];
}

function privateChoice([first, ...others]: string[]): string {
  if (first === undefined) return 'Give it a private IPv4 address first.';
  return others.length === 0 ? `It has ${first}.` : `Use one of ${[first, ...others].join(', ')}.`;
}
