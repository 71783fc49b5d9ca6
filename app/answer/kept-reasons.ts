// Reasons that are the same for all who ask in the same way: one object each, since the log keeps thousands of entries with them.
import { putWithin } from '../bounded.ts';
import { noticeGroup } from '../events/audience.ts';
import type { Page } from './page.ts';
import type { Instance } from '../world/world.ts';
import type { TokenFinding, Why } from './why.ts';

/** What a reason is kept with: a node, which belongs to one instance, or a path of an instance where there is none. */
type Place = { readonly path: string };

/** What an answer to a question about notices follows from beside that; `node` where there is one at the path. */
type About = { path: string; node: Place | undefined; page: Page; token: TokenFinding };

export type KeptReasons = {
  /** What was said of a place last, where the token is the same; else what `make` says now. */
  plain: (place: Place, instance: string, token: TokenFinding, make: () => Partial<Why> & Pick<Why, 'rule'>) => Why;
  /** What was said last to who asked this question, where it is about the same; else what `make` says now. */
  asked: (question: object, about: About, make: () => Why) => Why;
  /** What was said of a place last, where it is equal to this. */
  same: (place: Place, why: Why) => Why;
  /** A path of an instance at which nothing is. */
  absence: (instance: Instance, path: string) => Place;
};

/** Paths of one instance value; clients ask for the same few again and again. */
const MAX_ABSENCES = 200;

export function createKeptReasons(): KeptReasons {
  const kept = new WeakMap<Place, Why>();
  const absences = new WeakMap<Instance, Map<string, Place>>();
  const answers = new WeakMap<object, { about: About; why: Why }>();

  function keep(place: Place, why: Why): Why {
    kept.set(place, why);
    return why;
  }

  function same(place: Place, why: Why): Why {
    const last = kept.get(place);
    return last && isEqual(last, why) ? last : keep(place, why);
  }

  return {
    plain(place, instance, token, make) {
      const last = kept.get(place);
      if (last?.token === token && isLasting(last, place)) return last;
      return same(place, { instance, path: place.path, token, ...make() });
    },
    asked(question, about, make) {
      const last = answers.get(question);
      if (last && isAboutSame(last.about, about)) return last.why;
      const why = about.node ? same(about.node, make()) : make();
      answers.set(question, { about, why });
      return why;
    },
    same,
    absence(instance, path) {
      const known = absences.get(instance) ?? new Map<string, Place>();
      absences.set(instance, known);
      return known.get(path) ?? putWithin(known, MAX_ABSENCES, path, { path });
    },
  };
}

/** True for what holds as long as its place. A directory of notices comes with their time and shows itself to those who have places. */
function isLasting({ rule }: Why, { path }: Place): boolean {
  return (rule !== 'not-due' && rule !== 'no-place') || noticeGroup(path) !== undefined;
}

function isAboutSame(a: About, b: About): boolean {
  return a.page === b.page && a.token === b.token && a.node === b.node && a.path === b.path;
}

/** How each part of a reason is compared: the compiler asks for all of them. */
const SAME: Readonly<Record<keyof Why, (a: Why, b: Why) => boolean>> = {
  rule: (a, b) => a.rule === b.rule,
  instance: (a, b) => a.instance === b.instance,
  // Equal findings are one object already.
  token: (a, b) => a.token === b.token,
  path: (a, b) => a.path === b.path,
  fact: (a, b) => a.fact === b.fact,
  events: (a, b) => isSameList(a.events, b.events),
  audience: (a, b) => isSameAudience(a.audience, b.audience),
  firstSightingMs: (a, b) => a.firstSightingMs === b.firstSightingMs,
  leftAfterMs: (a, b) => a.leftAfterMs === b.leftAfterMs,
  // One object while the set is given out.
  credentials: (a, b) => a.credentials === b.credentials,
  given: (a, b) => a.given === b.given,
  override: (a, b) => a.override === b.override,
};
const COMPARISONS = Object.values(SAME);

function isEqual(a: Why, b: Why): boolean {
  return COMPARISONS.every((isSame) => isSame(a, b));
}

function isSameList(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
}

function isSameAudience(a: Why['audience'], b: Why['audience']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.group === b.group && a.rule === b.rule && a.place === b.place && a.count === b.count && a.taken === b.taken;
}
