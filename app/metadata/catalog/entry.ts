// The shape of one entry in the catalogue, and the ways in which an entry gets its value from the facts.
import type { KINDS } from '../../contract/metadata.ts';
import type { Abilities } from '../../abilities.ts';
import type { Instance } from '../../world/world.ts';
import type { CredentialSet } from '../credentials.ts';
import type { Facts } from '../facts/facts.ts';
import type { Body } from '../signatures.ts';

export type Kind = (typeof KINDS)[number];

/** What stands for the `{…}` parts of a path. */
export type Parts = Readonly<Record<string, string>>;

/** Facts to change, not yet checked: the schema judges the values. */
export type Draft = { [Key in keyof Facts]?: unknown };

/** A value that is there, with what stands for the parts of the path. */
export type PresentValue = {
  parts?: Parts;
  body: Body;
  shown?: string;
  lastModified?: number;
  until?: number;
  credentials?: CredentialsServed;
};

/** The set of credentials in a value; and where a request without a token gets another value, that one with its set. */
export type CredentialsServed = {
  set: CredentialSet;
  withoutToken?: { body: string; shown: string; set: CredentialSet };
};

/** Nothing here depends on events or on who sees them: those lie above an instance's own values. */
export type Moment = { instance: Omit<Instance, 'events' | 'audience'>; now: number; abilities: Abilities };

export type About = {
  kind: Kind;
  /** The version of the service that brought it; null where undated. */
  since: string | null;
  doc: string;
  /** The fact behind the path, in words; none where the value is computed. */
  fact?: string;
  allowed?: readonly string[];
};

type Write = (facts: Facts, value: string, parts: Parts) => Draft | undefined;

export type Source = {
  /** What is there, by the facts alone. */
  read?: (facts: Facts) => PresentValue[];
  /** What is there at a moment, where the facts are not enough. */
  readAt?: (moment: Moment) => PresentValue[];
  /** The facts that an edit changes; undefined where no fact stands behind it. */
  write?: Write;
  /** Why an edit can't be one of the fact, as the rest of a sentence that begins with the value; undefined where it can. */
  refuse?: (facts: Facts, value: string, parts: Parts) => string | undefined;
  /** The facts without it; undefined, or no such function, where its fact can't go, so that only the path can be made absent. */
  remove?: (facts: Facts, parts: Parts) => Draft | undefined;
  /** The facts that bring the path back to what the preset says; undefined where the preset says nothing. */
  reset?: (facts: Facts, parts: Parts, preset: Facts) => Draft | undefined;
};

export type Entry = About & Source & { path: string };

export function entry(path: string, about: About, source: Source = {}): Entry {
  return { path, ...about, ...source };
}

/** At most one value. */
export function single(body: string | null | undefined): PresentValue[] {
  return typeof body === 'string' ? [{ body }] : [];
}

/** The number that a text says; the text itself where it says none, for the schema to refuse. */
export function numberIn(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** More than any list of facts may have, so that one that is too long is refused for it. */
const MOST_LINES = 101;

/** The lines of a text; none in an empty one, and of very many the first. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/, MOST_LINES);
}

type KeyOf<Value> = { [Key in keyof Facts]: Facts[Key] extends Value ? Key : never }[keyof Facts];

/** A text fact, served as it is. */
export function textFact(key: KeyOf<string | null>): Source {
  return {
    read: (facts) => single(facts[key]),
    write: (_facts, value) => ({ [key]: value }),
    reset: (_facts, _parts, preset) => ({ [key]: preset[key] }),
  };
}

/** A whole number, served in digits. */
export function numberFact(key: KeyOf<number | null>): Source {
  return {
    read: (facts) => single(facts[key]?.toString()),
    write: (_facts, value) => ({ [key]: numberIn(value) }),
    reset: (_facts, _parts, preset) => ({ [key]: preset[key] }),
  };
}

/** Yes or no, served as two words. */
export function flagFact(key: KeyOf<boolean | null>, yes: string, no: string): Source {
  const word = (value: boolean) => (value ? yes : no);
  return {
    read: (facts) => single(facts[key] === null ? null : word(facts[key])),
    write: (_facts, value) => ({ [key]: value === yes }),
    reset: (_facts, _parts, preset) => ({ [key]: preset[key] }),
  };
}

/** Worked out from several facts: an edit overrides this one path. Named are those that no other path shows, for a reset. */
export function computed(text: (facts: Facts) => string | null, ...behind: (keyof Facts)[]): Source {
  return { read: (facts) => single(text(facts)), ...resetOf(...behind) };
}

/** A reset brings these facts back. */
export function resetOf(...keys: (keyof Facts)[]): Source {
  return { reset: (_facts, _parts, preset) => Object.fromEntries(keys.map((key) => [key, preset[key]])) };
}
