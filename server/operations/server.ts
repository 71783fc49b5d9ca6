// Operations on the server itself: status, start and stop, settings.
import { dialectOf } from '../../app/answer/dialects.ts';
import type { Output, Parsed } from '../../app/contract/contract.ts';
import type { Status } from '../../app/contract/server.ts';
import type { Abilities } from '../../app/abilities.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { isoTime } from '../../app/time.ts';
import { changedCount } from '../../app/views/metadata-view.ts';
import type { Instance } from '../../app/world/world.ts';
import { certificateView } from '../identity/certificate-view.ts';
import type { PlaneState } from '../imds/plane.ts';
import { type Caller, type Context, pick } from './context.ts';

/** What of a run these work on. */
type Used = Pick<
  Context,
  | 'control'
  | 'history'
  | 'identity'
  | 'log'
  | 'now'
  | 'plane'
  | 'abilities'
  | 'rotateToken'
  | 'run'
  | 'saved'
  | 'settings'
  | 'startedAt'
  | 'traffic'
  | 'version'
  | 'warnings'
  | 'world'
>;

export const serverHandlers = {
  'status.get': ({ context }: Caller<Used>) => statusOf(context),
  'server.start': ({ context }: Caller<Used>, input: Parsed<'server.start'>) => start(context, input),
  'server.restart': ({ context }: Caller<Used>, input: Parsed<'server.restart'>) => start(context, input),
  'server.stop': async ({ context }: Caller<Used>) => {
    await context.plane.stop();
    return statusOf(context);
  },
  'control.rotate-token': async ({ context }: Caller<Used>): Promise<Result<Output<'control.rotate-token'>>> =>
    context.control().tokenGiven ? failed('CONFLICT', TOKEN_GIVEN) : done({ token: await context.rotateToken() }),
  'certificate.get': async ({ context }: Caller<Used>) => done(certificateView(await context.identity.certificate())),
  'settings.get': ({ context }: Caller<Used>) => done(context.settings.get()),
  'settings.patch': ({ context }: Caller<Used>, input: Parsed<'settings.patch'>) => context.settings.patch(input),
};

const TOKEN_GIVEN = 'METADECK_TOKEN names the token; start Metadeck with another one, or with none for a random one.';

type Elsewhere = { port?: number | undefined; host?: string | undefined };

/** Opens the data plane; when it can't listen there, it says why and status says it too. */
async function start(context: Used, { port, host }: Elsewhere): Promise<Result<Status>> {
  const { problem } = await context.plane.start({
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
  });
  return problem ? failed(problem.code, problem.message) : statusOf(context);
}

export function statusOf(context: Used): Result<Status> {
  const picked = pick(context, undefined);
  if (!picked.ok) return picked;
  const now = context.now();
  const { state, listeners, problem }: PlaneState = context.plane.state();
  const { traffic } = context.traffic;
  return done({
    version: context.version,
    run: context.run,
    pid: process.pid,
    now: isoTime(now),
    startedAt: isoTime(context.startedAt),
    uptimeSeconds: Math.floor((now - context.startedAt) / 1000),
    state,
    endpoint: context.plane.endpoint(),
    listeners,
    problem,
    control: context.control(),
    counts: {
      requests: context.log.total(),
      kept: context.log.size(),
      limit: context.log.limit(),
      dropped: context.log.dropped(),
      lastMinute: context.log.lastMinute(now),
      first: context.log.first(),
      last: context.log.last(),
      clients: traffic.clients.size,
      tokens: traffic.tokens.size,
    },
    instance: inShort(context.abilities, picked.data, now),
    saved: context.saved,
    ...context.history.titles(),
    warnings: context.warnings().map(({ at, text }) => ({ at: isoTime(at), text })),
  });
}

function inShort(abilities: Abilities, instance: Instance, now: number): Status['instance'] {
  const dialect = dialectOf(instance);
  return {
    name: instance.name,
    preset: instance.preset,
    ...dialect.inShort(instance),
    httpTokens: instance.options.httpTokens,
    editing: dialect.editing,
    baseLifecycleState: instance.facts.lifecycleState,
    changed: changedCount(abilities, instance, now),
  };
}
