// How AEMM answers, as aemm.md has it.
import type { Dialect } from '../answer/dialect.ts';
import * as ec2 from '../ec2/pages.ts';
import type { Instance } from '../world/world.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import { describe } from './events.ts';
import { instanceInShort } from './in-short.ts';
import { asAemm } from './instance.ts';
import { findIn } from './look-up.ts';
import { SPOT_AHEAD_MS } from './moments.ts';
import { movesOn } from './notices.ts';
import * as pages from './pages.ts';
import { missing, questionOf, readNode, sourceOf } from './reading.ts';
import * as rules from './rules.ts';
import { aemmLeaves, compileAemm, type AemmSite } from './site.ts';

export const AEMM: Dialect = {
  finder(abilities) {
    // A world holds one such instance: what it was before is not asked.
    let kept: { instance: Instance; site: AemmSite } | undefined;
    return ({ instance, request }) => {
      if (kept?.instance !== instance) kept = { instance, site: compileAemm(abilities, instance) };
      return findIn(kept.site, request.target);
    };
  },
  rules: {
    first: [],
    located: [rules.malformedPath],
    token: [rules.tokenMethod, rules.tokenTtl],
    metadata: [rules.tokenState],
  },
  // Metadeck's own option, which AEMM has not: it answers as the real service does.
  closed: ec2.FORBIDDEN,
  token: {
    /** 32 bytes in plain base64. */
    layout: { header: [], bytes: 32, length: 44, encode: (base64) => base64 },
    page: pages.tokenPage,
    isToldInHead: false,
  },
  question: questionOf,
  read: readNode,
  sourceOf,
  missing,
  notFound: pages.NOT_FOUND,
  own: {
    malformed: pages.MALFORMED,
    headersTooLarge: pages.HEADERS_TOO_LARGE,
    timedOut: pages.TIMED_OUT,
    bodyTooLarge: pages.TOO_LARGE,
    expectation: pages.EXPECTATION_FAILED,
    connect: pages.MALFORMED,
    internal: pages.INTERNAL,
  },
  editing: 'paths',
  leaves: aemmLeaves,
  knownPaths: () => [],
  // Its clients are all on this machine: who gets notices is counted only where AEMM's own command or file says so.
  begun: (instance, now) => ({ ...asAemm(instance, AEMM_DEFAULTS, now), audience: instance.audience }),
  keepsEvents: false,
  isAlone: true,
  inShort: instanceInShort,
  maintenanceWords: describe,
  movedAction: (instance, event, now) => (movesOn(instance, event) ? now + SPOT_AHEAD_MS : undefined),
  problems: ({ aemm }) => (aemm === null ? ['The profile aemm needs its settings here.'] : []),
};
