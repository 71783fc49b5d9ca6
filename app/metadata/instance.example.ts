// For the tests: an instance, what it serves, and how it answers to edits.
import type { Abilities } from '../abilities.ts';
import type { Instance } from '../world/world.ts';
import { catalogLeaves } from './catalog/catalog.ts';
import { editFact, type FactsPatch, patchFacts } from './edit.ts';
import type { Facts, NetworkInterface } from './facts/facts.ts';
import { presetFacts, presetInstance } from './presets/presets.ts';

/** 2024-08-01T11:59:00Z */
export const CREATED_AT = 1_722_513_540_000;

/** The interface of the preset. */
export const MACS = 'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11';

function unused(): never {
  throw new Error('This port is not expected to be used here.');
}

/** Abilities of which none may be used. */
export const NO_ABILITIES: Abilities = {
  random: unused,
  sign: unused,
  hmac: unused,
  toBase64: unused,
  fromBase64: unused,
  toUtf8: unused,
  fromUtf8: unused,
};

/** The facts of the preset, some of them replaced as they are. */
export function exampleFacts(changed: Partial<Facts> = {}): Facts {
  return { ...presetFacts('spot', CREATED_AT), ...changed };
}

/** The interface of the preset, some of its values replaced as they are. */
export function exampleInterface(changed: Partial<NetworkInterface> = {}): NetworkInterface {
  const [first] = exampleFacts().interfaces;
  if (!first) throw new Error('The preset has an interface.');
  return { ...first, ...changed };
}

/** A second interface in the same subnet that contradicts nothing. */
export function secondInterface(changed: Partial<NetworkInterface> = {}): NetworkInterface {
  const own = { mac: '0e:49:61:0f:c3:12', interfaceId: 'eni-0aaaaaaaaaaaaaaa2', deviceNumber: 1 };
  return exampleInterface({ ...own, privateIpv4s: ['10.0.12.35'], publicIpv4s: [], ipv6s: [], ...changed });
}

/** The instance of the preset, with some facts changed as a user would. */
export function example(patch: FactsPatch = {}): Instance {
  const patched = patchFacts(presetInstance('spot', CREATED_AT), patch);
  if (!patched.ok) throw new Error(patched.error.message);
  return patched.data;
}

/** What the instance serves, by path; signatures aside, which follow the document. */
export function bodies(instance: Instance, now = CREATED_AT): Map<string, string> {
  const leaves = catalogLeaves(instance, now, NO_ABILITIES).flatMap(({ path, body }): [string, string][] =>
    typeof body === 'string' || body instanceof Uint8Array ? [[path, String(body)]] : [],
  );
  return new Map(leaves);
}

/** What changes on the wire with an edit, by path, null for a path that is not there; or why it is refused. */
export function outcome(instance: Instance, path: string, value: string): Record<string, string | null> | string {
  const edited = editFact(instance, path, value, NO_ABILITIES);
  if (edited === 'no-fact') return edited;
  return edited.ok ? differences(bodies(instance), bodies(edited.data)) : edited.error.message;
}

function differences(before: Map<string, string>, after: Map<string, string>): Record<string, string | null> {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const changed = paths.filter((path) => before.get(path) !== after.get(path));
  return Object.fromEntries(changed.map((path) => [path, after.get(path) ?? null]));
}
