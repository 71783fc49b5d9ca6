// How the real service answers, as imds.md has it.
import type { Dialect } from '../answer/dialect.ts';
import { visibleTo } from '../events/notice.ts';
import { defaultDescription } from '../events/maintenance.ts';
import { knownPaths } from '../metadata/catalog/catalog.ts';
import { lookUp } from './look-up.ts';
import * as pages from './pages.ts';
import { missing, questionOf, readNode, sourceOf } from './reading.ts';
import * as rules from './rules.ts';
import { siteFinderOf } from './site-finder.ts';
import { leavesOf } from './site.ts';
import { TOKEN } from './token.ts';

const EVERYTHING = { spot: true, maintenance: true, lifecycle: true };

export const EC2: Dialect = {
  finder(abilities) {
    const siteFor = siteFinderOf(abilities);
    return ({ instance, traffic, request, now }) =>
      lookUp(siteFor(instance, visibleTo(instance, traffic, request), now), request.target);
  },
  rules: {
    first: [rules.strangers],
    located: [rules.hopLimit],
    token: [rules.tokenMethod, rules.tokenPath, rules.forwarded, rules.tokenTtl],
    metadata: [rules.malformedPath, rules.tokenVersion, rules.forwardedToken, rules.tokenState, rules.verb],
  },
  closed: pages.FORBIDDEN,
  token: { layout: TOKEN, page: pages.tokenPage, isToldInHead: true },
  question: questionOf,
  read: (_abilities, located, node, question, token) => readNode(located, node, question, token),
  sourceOf,
  missing,
  notFound: pages.NOT_FOUND,
  own: {
    malformed: pages.BAD_REQUEST,
    headersTooLarge: pages.HEADERS_TOO_LARGE,
    timedOut: pages.TIMED_OUT,
    bodyTooLarge: pages.TOO_LARGE,
    expectation: pages.EXPECTATION_FAILED,
    connect: pages.METADATA_METHODS,
    internal: pages.INTERNAL,
  },
  editing: 'facts',
  leaves: (abilities, instance, now) => leavesOf(siteFinderOf(abilities)(instance, EVERYTHING, now)),
  knownPaths,
  begun: (instance) => instance,
  keepsEvents: true,
  isAlone: false,
  inShort: ({ facts: { instanceId, instanceType, availabilityZone, lifeCycle } }) => ({
    instanceId,
    instanceType,
    availabilityZone,
    lifeCycle,
  }),
  maintenanceWords: defaultDescription,
  movedAction: () => undefined,
  problems: ({ aemm }) => (aemm === null ? [] : ['Only the profile aemm has settings here; use null.']),
};
