// Puts it together: the world, the traffic, the clock, the log, the data plane and the control plane.
import { randomBytes } from 'node:crypto';
import type { Bell, Status } from '../app/contract/server.ts';
import type { FiredBy } from '../app/events/event.ts';
import { nextPhaseChange } from '../app/events/on-the-wire.ts';
import type { PresetName } from '../app/metadata/preset-names.ts';
import { createRespond } from '../app/respond.ts';
import { failed, type Result } from '../app/result.ts';
import { type Clock, systemClock } from './clock.ts';
import { createControl } from './control/control.ts';
import type { ControlHost } from './control/host.ts';
import { createDoorbell } from './doorbell.ts';
import { createDataPlane } from './imds/app.ts';
import { keepSettings } from './keep-settings.ts';
import { firstWorld } from './first-world.ts';
import type { Listener } from './listen.ts';
import { carryOut } from './operations.ts';
import type { Context } from './operations/context.ts';
import { statusOf } from './operations/server.ts';
import { createPlane } from './plane.ts';
import { nodePorts } from './ports.ts';
import { createRequestLog } from './request-log.ts';
import { writeJson } from './storage.ts';
import { createTrafficStore } from './traffic-store.ts';
import { createWorldStore } from './world-store.ts';

export type { ControlHost };

export type RuntimeOptions = {
  version: string;
  preset: PresetName;
  httpTokens?: 'optional' | 'required';
  /** The data plane; host null stands for 127.0.0.1 and ::1. */
  where: { host: string | null; port: number };
  control: {
    token: string;
    /** Where the socket of the command line goes; null for none. */
    socket: string | null;
    /** TCP on 127.0.0.1; `asked` when somebody chose the port, so that another will not do. */
    http: { port: number; asked: boolean } | null;
    /** The built panel; null where there is none. */
    panelDir: string | null;
  };
  /** Where the world is kept; without one nothing is saved. */
  worldFile?: string;
  settingsFile?: string;
  clock?: Clock;
};

export type Runtime = ControlHost & {
  /** Opens control and data plane. When only the data plane can't listen, the runtime works all the same and says why. */
  start: () => Promise<Result<Status>>;
  stop: () => Promise<void>;
  status: () => Status;
};

const MAX_WARNINGS = 20;
const DEFAULT_CONTROL_PORT = 1339;

export function createRuntime(options: RuntimeOptions): Runtime {
  const clock = options.clock ?? systemClock();
  const warnings: { at: number; text: string }[] = [];
  const warn = (text: string): void => {
    warnings.push({ at: clock.now(), text });
    warnings.splice(0, warnings.length - MAX_WARNINGS);
    changed();
  };
  const world = createWorldStore(firstWorld(options, clock.now(), (text) => warnings.push({ at: clock.now(), text })));
  const traffic = createTrafficStore(randomBytes(32));
  const log = createRequestLog();
  const run = randomBytes(6).toString('hex');
  const readBell = (): Bell => ({
    run,
    world: world.revision() + planeRevision,
    traffic: traffic.revision(),
    log: log.revision(),
  });
  const doorbell = createDoorbell(readBell);
  let planeRevision = 0;
  let http: Listener | null = null;
  let socket: string | null = null;

  function changed(): void {
    planeRevision += 1;
    doorbell.ring();
  }

  const settings = keepSettings(options, { warn, changed: applySettings });
  const respond = createRespond(nodePorts);
  const probeSecret = randomBytes(18).toString('base64url');
  const plane = createPlane({
    make: () =>
      createDataPlane({
        respond,
        world: world.world,
        traffic,
        log,
        now: clock.now,
        admits: settings.admits,
        probeSecret,
        changed: doorbell.ring,
      }),
    where: options.where,
    notFreePorts: () => [http?.port ?? options.control.http?.port ?? DEFAULT_CONTROL_PORT],
    changed,
  });
  const context: Context = {
    version: options.version,
    run,
    startedAt: clock.now(),
    now: clock.now,
    world,
    traffic,
    log,
    plane,
    respond,
    probeSecret,
    settings,
    control: () => ({ http, socket }),
    warnings: () => warnings,
  };

  world.subscribe((next) => {
    armClock();
    if (options.worldFile !== undefined) void save(options.worldFile, next);
    doorbell.ring();
  });

  async function save(file: string, value: unknown): Promise<void> {
    const saved = await writeJson(file, value);
    if (!saved.ok) warn(saved.error.message);
  }

  /** The bell rings when a phase changes, so that who looks sees it; no answer waits for it. */
  function armClock(): void {
    const events = world.world().instances.flatMap((instance) => instance.events);
    clock.arm(nextPhaseChange(events, clock.now()), () => {
      changed();
      armClock();
    });
  }

  function status(): Status {
    const read = statusOf(context);
    if (!read.ok) throw new Error(read.error.message);
    return read.data;
  }

  const host: ControlHost = {
    call: (name, input, by: FiredBy) =>
      carryOut({ context, by }, name, input).then((result) => {
        doorbell.ring();
        return result;
      }),
    onChange: doorbell.listen,
    bell: readBell,
  };
  const control = createControl(host, { token: options.control.token, panelDir: options.control.panelDir });

  async function openControl(): Promise<Result<null>> {
    if (options.control.socket !== null) {
      const opened = await control.listenSocket(options.control.socket);
      if (opened.ok) socket = opened.data;
      else warn(opened.error.message);
    }
    return openControlHttp(options.control.http);
  }

  async function openControlHttp(where: { port: number; asked: boolean } | null): Promise<Result<null>> {
    if (where === null) return { ok: true, data: null };
    const opened = await control.listenHttp(where);
    if (!opened.ok) return opened;
    http = opened.data;
    changed();
    return { ok: true, data: null };
  }

  /** Control over HTTP follows its setting at once, where it was not asked for at the start. */
  async function applySettings(): Promise<void> {
    const wanted = settings.get().controlOverHttp;
    if (options.control.http === null && wanted && http === null) {
      const opened = await openControlHttp({ port: DEFAULT_CONTROL_PORT, asked: false });
      if (!opened.ok) warn(opened.error.message);
    }
    if (options.control.http === null && !wanted && http !== null) {
      http = null;
      await control.closeHttp();
    }
    changed();
  }

  return {
    ...host,
    status,
    async start() {
      const opened = await openControl();
      if (!opened.ok) return opened;
      if (settings.get().controlOverHttp) await applySettings();
      const { problem } = await plane.start();
      armClock();
      return problem ? failed(problem.code, problem.message) : { ok: true, data: status() };
    },
    async stop() {
      clock.arm(Number.POSITIVE_INFINITY, () => undefined);
      await plane.stop();
      await control.close();
      doorbell.close();
      if (options.worldFile !== undefined && world.revision() > 0) await save(options.worldFile, world.world());
    },
  };
}
