// Private host names in the catalogue: the domain in them is a fact, what they begin with follows from others (imds.md 1.2, 8).
import { hostLabel, privateHostname, usualDomain } from '../facts/hostnames.ts';
import { interfaceAt, type Reading } from '../facts/network-facts.ts';
import type { Facts } from '../facts/facts.ts';
import { resetOf, type Parts, type Source } from './entry.ts';

export const PRIVATE_NAME = { kind: 'text', fact: 'DHCP domain' } as const;

/** `at` says of which interfaces: the primary one, or each. */
export function privateName(at: (read: Reading) => Source): Source {
  return {
    ...at((given, facts) => privateHostname(facts, given)),
    refuse: (facts, value, parts) => {
      const beginning = beginningOf(facts, parts);
      if (beginning === undefined || (value.startsWith(beginning) && value.length > beginning.length)) return undefined;
      return `can't be the host name: it begins with ${beginning} and a domain follows, such as ${beginning}corp.example; any other is taken for this path alone with only.`;
    },
    write: (facts, value, parts) => {
      const beginning = beginningOf(facts, parts);
      if (beginning === undefined) return undefined;
      const domain = value.slice(beginning.length);
      return { dhcpDomain: domain === usualDomain(facts.region) ? null : domain };
    },
    ...resetOf('hostnameType', 'dhcpDomain'),
  };
}

/** `ip-10-0-12-34.` */
function beginningOf(facts: Facts, parts: Parts): string | undefined {
  const target = interfaceAt(facts, parts);
  return target && `${hostLabel(facts, target)}.`;
}
