// A dialect: how one service answers, as data. What differs between services is here; the order in which it is asked is in respond.ts.
import type { Abilities } from '../abilities.ts';
import type { NoticeQuestion } from '../events/notice-question.ts';
import type { Event } from '../events/schema.ts';
import type { MaintenanceCode } from '../events/kinds.ts';
import type { CredentialSet } from '../metadata/credentials.ts';
import type { Effect, Traffic } from '../traffic/traffic.ts';
import type { Instance } from '../world/world.ts';
import type { LookedUp, Leaf, Node } from './node.ts';
import type { OwnPages, Page } from './page.ts';
import type { Request } from './request.ts';
import type { Layout } from './tokens.ts';
import type { TokenFinding, Why } from './why.ts';

/** One request to an instance at a moment (milliseconds since 1970). */
export type Exchange = { instance: Instance; traffic: Traffic; request: Request; now: number };

/** The same, once it is known what the target comes to. */
export type Located = Exchange & { found: LookedUp };

/** An answer that a rule gives, and why; without a page nothing is answered. */
export type Refused = {
  page: Page | null;
  why: Omit<Why, 'instance'>;
  /** Where a valid token counts all the same: that it was used. */
  used?: readonly Effect[];
};

/** What reading a node comes to: the page, why, the events that whoever reads it has seen, and the credentials that it has got. */
export type Reading = {
  page: Page;
  why: () => Omit<Why, 'instance'>;
  events: readonly string[];
  set?: CredentialSet | undefined;
};

/** What an instance says of itself. */
export type InShort = Pick<Instance['facts'], 'instanceId' | 'instanceType' | 'availabilityZone'> & {
  lifeCycle: string;
};

export type Dialect = {
  /** Looks a target up; made once, since it keeps what it has compiled. */
  finder: (abilities: Abilities) => (exchange: Exchange) => LookedUp;
  /** Rules in their order; the first that speaks decides. */
  rules: {
    /** Before anything is looked up. */
    first: readonly ((exchange: Exchange) => Refused | undefined)[];
    /** Once the path is known, whatever it is. */
    located: readonly ((located: Located) => Refused | undefined)[];
    /** At the path for tokens. */
    token: readonly ((located: Located) => Refused | undefined)[];
    /** Everywhere else, once it is known what the token comes to. */
    metadata: readonly ((located: Located, token: TokenFinding) => Refused | undefined)[];
  };
  /** Where the metadata options have closed the endpoint. */
  closed: Page;
  token: {
    layout: Layout;
    page: (text: string, ttlSeconds: number) => Page;
    /** True where answers to a valid token tell what is left of it. */
    isToldInHead: boolean;
  };
  /** What asking for this says about places. */
  question: (located: Located) => NoticeQuestion;
  /** A value that carries events or credentials, a notice, or a value that the question is about. */
  read: (abilities: Abilities, located: Located, node: Node, question: NoticeQuestion, token: TokenFinding) => Reading;
  /** Why a plain node says what it does. */
  sourceOf: (node: Node) => Pick<Why, 'rule' | 'fact' | 'events' | 'override'>;
  /** Where nothing is, and why. */
  missing: (located: Located, question: NoticeQuestion) => Omit<Why, 'instance'>;
  notFound: Page;
  own: OwnPages;
  /** What an edit changes: facts, from which paths follow, or paths alone. */
  editing: 'facts' | 'paths';
  /** Every value at a moment, by path, as those see it who see every notice. */
  leaves: (abilities: Abilities, instance: Instance, now: number) => ReadonlyMap<string, Leaf>;
  /** Every path that can be named, whether it has a value or not. */
  knownPaths: (instance: Instance) => string[];
  /** What a new instance is made to begin with, at that moment in milliseconds since 1970. */
  begun: (instance: Instance, now: number) => Instance;
  /** True where its events and rules are the instance's own, and stay when another preset is applied. */
  keepsEvents: boolean;
  /** True where a world can hold one such instance only, since its events have the same ids in each. */
  isAlone: boolean;
  inShort: (instance: Instance) => InShort;
  /** What maintenance of this kind is called. */
  maintenanceWords: (code: MaintenanceCode) => string;
  /** When an event's action is said to be, where that moves on with each request; milliseconds since 1970. */
  movedAction: (instance: Instance, event: Event, now: number) => number | undefined;
  /** What is wrong with an instance of this dialect, in sentences. */
  problems: (instance: Instance) => string[];
};
