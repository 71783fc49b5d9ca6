// Edits of an instance: of the fact behind a path, of one path alone, and back to the preset (behaviour.md, Edits).
import type { Abilities } from '../abilities.ts';
import { dialectOf } from '../answer/dialects.ts';
import { done, failed, invalid, type Result } from '../result.ts';
import type { Instance } from '../world/world.ts';
import type { Draft, Entry, Parts } from './catalog/entry.ts';
import { USER_DATA_PATH } from './catalog/moment.ts';
import { CATALOG, concretePath, findEntry } from './catalog/paths.ts';
import { changedFacts } from './facts/fact-changes.ts';
import type { Facts } from './facts/facts.ts';
import { isAtOrBelow, overrideProblem, tagProblem } from './override-rules.ts';
import type { Override, Overrides } from './overrides.ts';
import { movedOverrides } from './moved-paths.ts';
import { presetFacts, presetUserData } from './presets/presets.ts';
import { userDataFromBase64, userDataFromText } from './user-data.ts';

/** Some facts to change, as an operation gets them. */
export type FactsPatch = { [Key in keyof Facts]?: Facts[Key] | undefined };

/** Where values stand on no facts every edit is an override, and reset lifts it. */
function hasFacts(instance: Instance): boolean {
  return dialectOf(instance).editing === 'facts';
}

const FACTS_UNUSED =
  'This instance answers as AEMM, whose values stand on no facts; set paths instead, or apply another preset first.';

/**
 * Changes the fact behind a path, and lifts an override of the path. `no-fact` where none stands behind it, so that the caller
 * makes an override. Refused with a sentence for the path when the value breaks a rule; the same instance when nothing changes.
 */
export function editFact(
  instance: Instance,
  path: string,
  value: string,
  abilities: Abilities,
): 'no-fact' | Result<Instance> {
  if (!hasFacts(instance)) return 'no-fact';
  if (path === USER_DATA_PATH) return withGiven(instance, userDataFromText(value, abilities));
  const found = findEntry(path);
  const refusal = found?.entry.refuse?.(instance.facts, value, found.parts);
  if (refusal !== undefined) return invalid(path, `${quoted(value)} ${refusal}`);
  const draft = found?.entry.write?.(instance.facts, value, found.parts);
  if (!found || !draft) return 'no-fact';
  const facts = editedFacts(instance.facts, found.entry, draft, value);
  if (!facts.ok) return invalid(path, `${quoted(value)} can't be the ${found.entry.fact}. ${facts.error.message}`);
  return done(withoutOverride(withFacts(instance, facts.data), path));
}

/**
 * Takes away the fact behind a path, and lifts an override of the path: a tag is gone then, as on EC2, rather than hidden. `no-fact` where
 * what stands behind the path can't go, so that the caller makes the path absent.
 */
export function removeFact(instance: Instance, path: string): 'no-fact' | Instance {
  const found = hasFacts(instance) ? findEntry(path) : undefined;
  const draft = found?.entry.remove?.(instance.facts, found.parts);
  const facts = draft && changedFacts(instance.facts, draft);
  return facts?.ok ? withoutOverride(withFacts(instance, facts.data), path) : 'no-fact';
}

function editedFacts(current: Facts, { allowed }: Entry, draft: Draft, value: string): Result<Facts> {
  if (allowed && !allowed.includes(value)) return failed('INVALID_INPUT', `Use one of ${allowed.join(', ')}.`);
  return changedFacts(current, draft);
}

const SHOWN_CHARACTERS = 60;

function quoted(value: string): string {
  if (value === '') return 'An empty value';
  const [line = ''] = value.slice(0, SHOWN_CHARACTERS).split('\n');
  return `"${line}${line === value ? '' : '…'}"`;
}

/** Sets the user data from base64, and lifts an override of it. */
export function editUserData(instance: Instance, base64: string, abilities: Abilities): Result<Instance> {
  if (!hasFacts(instance))
    return invalid(USER_DATA_PATH, 'An instance that answers as AEMM takes user data as text only.');
  return withGiven(instance, userDataFromBase64(base64, abilities));
}

function withGiven(instance: Instance, userData: Result<string | null>): Result<Instance> {
  if (!userData.ok) return userData;
  return done(withoutOverride(withUserData(instance, userData.data), USER_DATA_PATH));
}

function withUserData(instance: Instance, userData: string | null): Instance {
  return userData === instance.userData ? instance : { ...instance, userData };
}

/** Changes some facts and what follows from them; refused, with each field's sentence, when they contradict. */
export function patchFacts(instance: Instance, patch: FactsPatch): Result<Instance> {
  if (!hasFacts(instance)) return failed('CONFLICT', FACTS_UNUSED);
  const facts = changedFacts(instance.facts, patch);
  return facts.ok ? done(withFacts(instance, facts.data)) : facts;
}

/** Overrides in a directory that is named by a fact move with it. */
function withFacts(instance: Instance, facts: Facts): Instance {
  if (facts === instance.facts) return instance;
  return { ...instance, facts, overrides: movedOverrides(instance.overrides, instance.facts, facts) };
}

function withoutOverride(instance: Instance, path: string): Instance {
  return clearOverrides(instance, { path });
}

/** The fact behind a path as the preset has it, and what would contradict it; the same instance when nothing changes. */
export function resetFact(instance: Instance, path: string): Instance {
  if (!hasFacts(instance)) return instance;
  if (path === USER_DATA_PATH) return withUserData(instance, presetUserData(instance.preset));
  const preset = presetFacts(instance.preset, instance.createdAt);
  const found = findEntry(path);
  const draft = found?.entry.reset?.(instance.facts, found.parts, preset);
  if (!draft) return instance;
  const facts = changedFacts(instance.facts, draft);
  if (facts.ok) return withFacts(instance, facts.data);
  return withFacts(instance, { ...instance.facts, ...pick(preset, Object.keys(draft)) });
}

/** Facts that go together: when one of them is the preset's, the others must be. */
const TOGETHER: readonly (readonly (keyof Facts)[])[] = [
  ['region', 'availabilityZone', 'availabilityZoneId'],
  ['placementGroup', 'partitionNumber'],
];

function pick(preset: Facts, keys: readonly string[]): Partial<Facts> {
  const wanted = new Set([...keys, ...TOGETHER.filter((group) => group.some((key) => keys.includes(key))).flat()]);
  return Object.fromEntries(Object.entries(preset).filter(([key]) => wanted.has(key)));
}

/** Everything at or below a path as the preset has it; with '' all facts and the user data. */
export function resetFactsUnder(instance: Instance, under: string): Instance {
  if (!hasFacts(instance)) return instance;
  const preset = presetFacts(instance.preset, instance.createdAt);
  if (under === '') return withUserData(withAllFacts(instance, preset), presetUserData(instance.preset));
  const paths = [...factPaths(instance.facts), ...factPaths(preset), USER_DATA_PATH];
  const wanted = [...new Set(paths)].filter((path) => isAtOrBelow(path, under));
  return wanted.sort((a, b) => Number(isMac(a)) - Number(isMac(b))).reduce(resetFact, instance);
}

function withAllFacts(instance: Instance, facts: Facts): Instance {
  return JSON.stringify(instance.facts) === JSON.stringify(facts) ? instance : withFacts(instance, facts);
}

/** A MAC address names the directory of the others, so it goes last. */
function isMac(path: string): boolean {
  return path.endsWith('/mac');
}

/** Every path that an entry with a reset has in these facts. */
function factPaths(facts: Facts): string[] {
  const role: Parts = facts.instanceProfile ? { role: facts.instanceProfile.roleName } : {};
  const named = facts.interfaces.map(({ mac }): Parts => ({ ...role, mac, index: '0' }));
  return CATALOG.filter((entry) => entry.reset).flatMap((entry) => {
    const found = entry.read?.(facts) ?? [];
    return [...named, ...found.map(({ parts = {} }) => parts)].flatMap((parts) => concretePath(entry, parts) ?? []);
  });
}

/** Fixes a path to a value or to 404; the same instance when it is already. */
export function setOverride(instance: Instance, path: string, override: Override): Result<Instance> {
  const { editing } = dialectOf(instance);
  const ofTag = editing === 'facts' ? tagProblem(path, override) : undefined;
  const problem = ofTag ?? overrideProblem(instance.overrides, path, override, editing);
  if (problem !== undefined) return invalid(path, problem);
  if (JSON.stringify(instance.overrides[path]) === JSON.stringify(override)) return done(instance);
  return done({ ...instance, overrides: { ...instance.overrides, [path]: override } });
}

/** Lifts the override of a path, or all at and below one ('' for all); the same instance when there is none. */
export function clearOverrides(instance: Instance, which: { path: string } | { under: string }): Instance {
  const isMeant = (path: string) =>
    'path' in which ? path === which.path : which.under === '' || isAtOrBelow(path, which.under);
  const kept = Object.entries(instance.overrides).filter(([path]) => !isMeant(path));
  if (kept.length === Object.keys(instance.overrides).length) return instance;
  const overrides: Overrides = Object.fromEntries(kept);
  return { ...instance, overrides };
}
