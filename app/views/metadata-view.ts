// Every path of an instance as the control API shows it, and what differs between two instances.
import type { PathChange } from '../contract/answers.ts';
import type { MetadataItem } from '../contract/metadata.ts';
import { type PathInfo, pathInfo } from '../metadata/catalog/catalog.ts';
import { presetInstance } from '../metadata/presets/presets.ts';
import { type Body, isSameBody, servedBody } from '../metadata/signatures.ts';
import type { Abilities } from '../abilities.ts';
import { dialectOf } from '../answer/dialects.ts';
import type { Leaf } from '../answer/node.ts';
import type { Instance } from '../world/world.ts';

/** Every path that has a value, was made absent, or is known and could have one; sorted. Events are shown as to those who see them. */
export function metadataItems(abilities: Abilities, instance: Instance, now: number): MetadataItem[] {
  const leaves = leavesOf(abilities, instance, now);
  const defaults = leavesOf(abilities, withoutChanges(instance), now);
  const absent = Object.keys(instance.overrides).filter((path) => !isAbove(path, leaves.keys()));
  const paths = new Set([...leaves.keys(), ...defaults.keys(), ...dialectOf(instance).knownPaths(instance), ...absent]);
  return [...paths].sort().map((path) => item(abilities, instance, path, leaves.get(path), defaults.get(path)));
}

function leavesOf(abilities: Abilities, instance: Instance, now: number): ReadonlyMap<string, Leaf> {
  return dialectOf(instance).leaves(abilities, instance, now);
}

function withoutChanges(instance: Instance): Instance {
  const known = unchanged.get(instance);
  if (known) return known;
  const made = dialectOf(instance).editing === 'facts' ? asPreset(instance) : { ...instance, overrides: {} };
  unchanged.set(instance, made);
  return made;
}

/** As the preset has it, with the events, options and the set of credentials that there are: those change no value. */
function asPreset({ preset, createdAt, name, events, changedAt, options, rotation }: Instance): Instance {
  return { ...presetInstance(preset, createdAt), name, events, changedAt, options, rotation };
}

/** Kept with the instance value that they are the presets of. */
const unchanged = new WeakMap<Instance, Instance>();

function isAbove(path: string, paths: Iterable<string>): boolean {
  for (const one of paths) if (one.startsWith(`${path}/`)) return true;
  return false;
}

function item(
  abilities: Abilities,
  instance: Instance,
  path: string,
  leaf: Leaf | undefined,
  usual: Leaf | undefined,
): MetadataItem {
  const info = infoOf(instance, path);
  const overridden = instance.overrides[path] !== undefined;
  const value = leaf ? textOf(abilities, leaf) : NO_TEXT;
  return {
    path,
    value: value.text,
    encoding: value.encoding,
    present: leaf !== undefined,
    source: sourceOf(leaf, overridden, info?.fact !== undefined),
    changed: overridden || (leaf?.source !== 'event' && !sameBody(leaf, usual)),
    default: usual ? textOf(abilities, usual).text : null,
    ...(info ? knownPath(info) : OWN_PATH),
  };
}

/** Values that stand on no facts take any text. */
function infoOf(instance: Instance, path: string): PathInfo | undefined {
  const info = pathInfo(path);
  if (!info || dialectOf(instance).editing === 'facts') return info;
  const { fact: _, allowed: __, ...rest } = info;
  return rest;
}

const NO_TEXT = { text: null, encoding: 'utf8' } as const;
const OWN_PATH = { kind: 'text', doc: 'A path of your own.', since: null, known: false } as const;

function knownPath({ fact, allowed, ...info }: PathInfo) {
  return {
    ...info,
    ...(fact === undefined ? {} : { fact }),
    ...(allowed === undefined ? {} : { allowed }),
    known: true,
  };
}

function sourceOf(leaf: Leaf | undefined, overridden: boolean, hasFact: boolean): MetadataItem['source'] {
  if (leaf) return leaf.source;
  if (overridden) return 'override';
  return hasFact ? 'fact' : 'computed';
}

function sameBody(a: Leaf | undefined, b: Leaf | undefined): boolean {
  if (!a || !b) return a === b;
  return isSameBody(a.body, b.body);
}

type Text = { text: string; encoding: 'utf8' | 'base64' };

/** A body as text, secrets masked; in base64 where its bytes are no text. */
export function textOf(abilities: Abilities, { body: held, shown }: { body: Body; shown?: string | undefined }): Text {
  if (shown !== undefined) return { text: shown, encoding: 'utf8' };
  const body = servedBody(abilities, held);
  if (typeof body === 'string') return { text: body, encoding: 'utf8' };
  const text = abilities.fromUtf8(body);
  const isText = !text.includes('\u{FFFD}') && !text.includes('\u0000');
  return isText ? { text, encoding: 'utf8' } : { text: abilities.toBase64(body), encoding: 'base64' };
}

/** The paths whose values differ between two instances, as those see them who see every event. */
export function pathChanges(abilities: Abilities, before: Instance, after: Instance, now: number): PathChange[] {
  const { was, is, paths } = differing(abilities, before, after, now);
  return paths.map((path) => ({ path, was: textAt(abilities, was, path), is: textAt(abilities, is, path) }));
}

/** The paths alone, sorted; this signs nothing. */
function differing(abilities: Abilities, before: Instance, after: Instance, now: number) {
  const was = leavesOf(abilities, before, now);
  const is = leavesOf(abilities, after, now);
  const all = [...new Set([...was.keys(), ...is.keys()])].sort();
  return { was, is, paths: all.filter((path) => !sameBody(was.get(path), is.get(path))) };
}

function textAt(abilities: Abilities, leaves: ReadonlyMap<string, Leaf>, path: string): string | null {
  const leaf = leaves.get(path);
  return leaf ? textOf(abilities, leaf).text : null;
}

/** How many paths differ from the preset; needs no key. */
export function changedCount(abilities: Abilities, instance: Instance, now: number): number {
  const known = counts.get(instance);
  if (known !== undefined) return known;
  const count = isAsPreset(instance) ? 0 : differing(abilities, withoutChanges(instance), instance, now).paths.length;
  counts.set(instance, count);
  return count;
}

/** Kept with the instance value they were counted from: the status is asked for at every ring of the bell. */
const counts = new WeakMap<Instance, number>();

function isAsPreset(instance: Instance): boolean {
  if (Object.keys(instance.overrides).length > 0) return false;
  const { facts, userData } = withoutChanges(instance);
  return JSON.stringify([instance.facts, instance.userData]) === JSON.stringify([facts, userData]);
}
