// Who is refused before anything is looked up: web pages, and names that a page could point at this machine (behaviour.md, Listening).
import { type AllowsName, nameIn } from '../allowed-hosts.ts';
import { putWithin } from '../bounded.ts';

/** What the settings allow beyond the rule. */
export type Admits = { allows: AllowsName; webPages: boolean };

type Headers = { host: string | undefined; origin: string | undefined; fetchSite: string | undefined };

export type HostRefusal = { rule: 'web-page' | 'foreign-host'; given: string };

/** Why this request is refused, or undefined when it is not. */
export function refusal(headers: Headers, admits: Admits): HostRefusal | undefined {
  if (!admits.webPages && headers.origin !== undefined) return { rule: 'web-page', given: headers.origin };
  if (!admits.webPages && headers.fetchSite !== undefined && headers.fetchSite !== 'none') {
    return { rule: 'web-page', given: headers.fetchSite };
  }
  if (headers.host === undefined || hostIsOurs(headers.host, admits.allows)) return undefined;
  return { rule: 'foreign-host', given: headers.host };
}

const OWN_NAMES: ReadonlySet<string> = new Set(['localhost', 'host.docker.internal', 'instance-data.ec2.internal']);
const OWN_ENDINGS = ['.localhost', '.svc', '.svc.cluster.local', '.internal', '.test'];
const MAX_REMEMBERED = 200;
const remembered = new Map<string, boolean>();

/** An address, a name that public DNS can't answer, or one that the settings allow; with or without a port. */
function hostIsOurs(host: string, allows: AllowsName): boolean {
  const ours = remembered.get(host) ?? putWithin(remembered, MAX_REMEMBERED, host, isOurs(nameIn(host)));
  return ours || allows(nameIn(host));
}

function isOurs(name: string): boolean {
  if (name === '' || /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+(%25[\w.-]+)?\]$/.test(name)) return true;
  if (!/^[a-z0-9._-]+$/.test(name)) return false;
  return !name.includes('.') || OWN_NAMES.has(name) || OWN_ENDINGS.some((ending) => name.endsWith(ending));
}
