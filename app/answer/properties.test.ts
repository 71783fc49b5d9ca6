// What always holds, at any moment, for any client, with any overrides and events (design.md 6; imds.md 1.0).
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleRun } from '../aemm/run.example.ts';
import { exampleService, type ExampleService, INSTANCE_ACTION, requestOf, START } from '../service.example.ts';
import * as step from '../steps.example.ts';
import type { AudienceRule } from '../events/schema.ts';
import { SCHEDULED_PATH } from '../events/maintenance.ts';
import { visibleTo } from '../events/notice.ts';
import { fixedAbilities } from '../abilities.example.ts';
import { knownPaths } from '../metadata/catalog/catalog.ts';
import type { Override } from '../metadata/overrides.ts';
import type { Request } from './request.ts';
import { createRespond } from './respond.ts';
import { route } from './routing.ts';
import { ancestors } from './node.ts';
import { compileSite } from '../ec2/site.ts';
import { VERSIONS } from './target.ts';
import { issueToken } from './tokens.ts';
import { TOKEN } from '../ec2/token.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { Instance, World } from '../world/world.ts';

const RUNS = { numRuns: 100 };
const MANY_SECONDS = 60_000;
const CLIENTS = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '::1'];
const KNOWN = [...new Set(knownPaths(exampleService().instance()).flatMap((path) => [path, ...ancestors(path)]))];

const client = fc.constantFrom(...CLIENTS);
const seconds = fc.integer({ min: 0, max: 300 });
const rule: fc.Arbitrary<AudienceRule> = fc.oneof(
  fc.constantFrom<AudienceRule>({ kind: 'everyone' }, { kind: 'nobody' }, { kind: 'only', clients: ['10.0.0.2'] }),
  fc.record({ kind: fc.constant('first' as const), count: fc.integer({ min: 1, max: 3 }) }),
);
const interruption = fc.record({
  action: fc.constantFrom('terminate' as const, 'stop' as const, 'hibernate' as const),
  noticeInSeconds: seconds,
  rebalanceSecondsBefore: fc.option(seconds, { nil: undefined }),
});
const maintenance = fc.record({ code: fc.constant('instance-stop' as const), description: fc.string() });
const kind = fc.constantFrom('spot-interruption', 'rebalance-recommendation', 'maintenance', 'lifecycle');
const happening: fc.Arbitrary<step.Step> = fc.oneof(
  interruption.map(step.interruptStep),
  seconds.map(step.rebalanceStep),
  maintenance.map(step.maintenanceStep),
  seconds.map(step.lifecycleStep),
  seconds.map(step.skipStep),
  seconds.map((wait) => step.waitStep(wait * 1000)),
  fc.integer({ min: 0, max: 30 * 86_400_000 }).map(step.waitStep),
  fc.tuple(kind, fc.constantFrom('cancelled', 'completed')).map((given) => step.endStep(...given)),
  fc.tuple(client, fc.constantFrom(INSTANCE_ACTION, SCHEDULED_PATH)).map((given) => step.askStep(...given)),
  fc.record({ spot: rule, maintenance: rule, lifecycle: rule }).map(step.audienceStep),
);

const ODD_NAMES = ['a', '0', '5', 'x=y', '3=c', 'openssh-key', '%', '%2e', '...', 'a b', '__proto__', 'fws', '…'];
const segment = fc.oneof(fc.constantFrom(...ODD_NAMES), fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }));
const above = fc.constantFrom(...KNOWN, 'meta-data', 'dynamic', 'user-data');
const ownPath = fc.tuple(above, fc.array(segment, { maxLength: 3 })).map(([first, rest]) => [first, ...rest].join('/'));
const override: fc.Arbitrary<Override> = fc.oneof(
  fc.constant({ absent: true as const }),
  fc.record({ value: fc.string({ unit: 'binary', maxLength: 20 }) }),
);
const editing: fc.Arbitrary<step.Step> = fc.oneof(
  fc.tuple(fc.oneof(above, ownPath), override, fc.boolean()).map((given) => step.overrideStep(...given)),
  fc.tuple(fc.string({ minLength: 1 }), fc.base64String(), fc.boolean()).map((given) => step.factsStep(...given)),
);
const anything = fc.array(fc.oneof(happening, editing), { maxLength: 15 });

function after(steps: readonly step.Step[]): ExampleService {
  const service = exampleService();
  for (const one of steps) one(service);
  return service;
}

type Who = Pick<Request, 'client' | 'own'>;

/** Follows every listing from a version down as cloud-init does, and gives the paths that were found. */
function crawl(service: ExampleService, version: string, who: Who): string[] {
  const found: string[] = [];
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const got = service.ask({ target: `/${version}/${path.split('/').map(encodeURIComponent).join('/')}`, ...who });
    expect([path, got.status]).toEqual([path, 200]);
    found.push(path);
    const listed = got.why.rule === 'listing' && got.body !== '' ? got.body.split('\n') : [];
    waiting.push(...listed.map((line) => pathOf(service, version, path, line)));
  }
  return found;
}

/** The path that a line of a listing stands for; `0=name` among the public keys is a directory with a key in it. */
function pathOf(service: ExampleService, version: string, directory: string, line: string): string {
  const index = directory === 'meta-data/public-keys' ? /^(\d+)=/.exec(line)?.[1] : undefined;
  const own = `${directory}/${line.replace(/\/$/, '')}`;
  const isOwn = Object.keys(service.instance().overrides).some((one) => one === own || one.startsWith(`${own}/`));
  const isKey = index !== undefined && !isOwn;
  if (isKey) expect(service.ask({ target: `/${version}/${directory}/${index}/openssh-key` }).status).toBe(200);
  const name = isKey ? index : line.replace(/\/$/, '');
  return directory === '' ? name : `${directory}/${name}`;
}

/** Every path of the site that this client gets; `fws/` is served without being listed (imds.md 6). */
function fetchable(service: ExampleService, version: string, who: Who): string[] {
  const instance = service.instance();
  const visible = visibleTo(instance, service.traffic, requestOf(who));
  const layers = compileSite(fixedAbilities(), instance, visible, service.now).layersIn(version);
  const paths = layers.flatMap(({ leaves, directories }) => [...leaves.keys(), ...directories]);
  return [...new Set(paths)].filter((path) => path !== 'dynamic/fws' && !path.startsWith('dynamic/fws/'));
}

test(
  'every listed path can be fetched, and every fetchable path is listed, fws/ aside, under every version',
  { timeout: MANY_SECONDS },
  () => {
    const anyone = fc.record({ client, own: fc.constantFrom(false as const, { instance: 'spot' }) });
    const version = fc.oneof(fc.constant('latest'), fc.constantFrom(...VERSIONS));
    const property = fc.property(anything, anyone, version, (steps, who, asked) => {
      const service = after(steps);
      const expected = fetchable(service, asked, who);
      expect(crawl(service, asked, who).sort()).toEqual(expected.sort());
    });
    fc.assert(property, RUNS);
  },
);

/** Two instances, and tokens of theirs: one that lasts, one that ends soon, one that was revoked. */
const INSTANCES = ['first', 'second'] as const;
const tokenOf = fc.record({
  instance: fc.constantFrom(...INSTANCES),
  life: fc.constantFrom('lasting', 'short', 'revoked'),
});
const question = fc.record({
  instance: fc.constantFrom(...INSTANCES),
  target: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('/latest/meta-data/', '/latest/meta-data/mac', `/latest/${INSTANCE_ACTION}`),
    },
    fc.constantFrom(...KNOWN).map((path) => `/latest/${path}`),
    fc.string().map((text) => `/${text}`),
  ),
  client,
  method: fc.constantFrom('GET', 'GET', 'HEAD', 'PUT'),
  token: fc.oneof(fc.constantFrom(undefined, 'x'), tokenOf),
});
const moment = fc.oneof(
  fc.integer({ min: START - 86_400_000, max: START + 86_400_000 }),
  // Close to each other, so that what is kept of one answer is there at the next.
  fc.integer({ min: 0, max: 3 }).map((later) => START + later * 700),
);
const questions = fc.array(fc.tuple(question, moment), { minLength: 1, maxLength: 12 });

/** Texts of tokens, the revoked ones noted as such. */
function issued(traffic: Traffic): (wanted: { instance: string; life: string }) => string {
  const abilities = fixedAbilities();
  const texts = new Map<string, string>();
  for (const instance of INSTANCES) {
    for (const [life, ttl] of [
      ['lasting', 21_600],
      ['short', 1],
      ['revoked', 60],
    ] as const) {
      const { text, id } = issueToken(TOKEN, abilities, traffic.tokenKey, { instance, ttlSeconds: ttl, now: START });
      texts.set(`${instance} ${life}`, text);
      if (life === 'revoked') traffic.revoked.add(id);
    }
  }
  return ({ instance, life }) => texts.get(`${instance} ${life}`) ?? '';
}

test.each([
  ['ec2', after],
  ['aemm', () => exampleRun({ imdsv2: true })],
  ['aemm, tokens not looked at', () => exampleRun()],
])(
  '%s: no answer depends on anything but its inputs, and none of them is changed',
  { timeout: MANY_SECONDS },
  (_name, made) => {
    const property = fc.property(anything, questions, (steps, asked) => {
      const service = made(steps);
      const { traffic } = service;
      const tokens = issued(traffic);
      const worlds = new Map(INSTANCES.map((name) => [name, worldOf({ ...service.instance(), name })]));
      const respond = createRespond(fixedAbilities());
      const before = photograph(traffic);
      for (const [{ instance, token, ...given }, now] of [...asked, ...asked]) {
        const request = requestOf({ ...given, token: typeof token === 'object' ? tokens(token) : token });
        const world = worlds.get(instance) ?? service.world;
        const fresh = createRespond(fixedAbilities());
        const asking = route(world, request, 1338);
        expect(respond(asking, traffic, request, now)).toEqual(fresh(asking, traffic, request, now));
      }
      expect(photograph(traffic)).toBe(before);
    });
    fc.assert(property, RUNS);
  },
);

function worldOf(instance: Instance): World {
  const world: World = { version: 1, instances: [instance], routing: [] };
  deepFreeze(world);
  return world;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}

function photograph(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (one instanceof Map || one instanceof Set ? [...one] : one));
}
