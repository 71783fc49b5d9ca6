// Puts it together: the world, the traffic, the clock, the log, the data plane and the control plane.
import { randomBytes } from 'node:crypto';
import type { Status } from '../app/contract/server.ts';
import type { LogRow } from '../app/contract/traffic.ts';
import { isEventLine } from '../app/log/event-line.ts';
import { type LogEntry, toRow } from '../app/log/log-entry.ts';
import type { PresetName } from '../app/metadata/presets/names.ts';
import type { OptionsPatch } from '../app/world/options.ts';
import type { Abilities } from '../app/abilities.ts';
import { createRespond } from '../app/answer/respond.ts';
import { done, failed, type Result } from '../app/result.ts';
import type { World } from '../app/world/world.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Cells, createCells } from './cells.ts';
import { ringAtNextChange } from './rings.ts';
import { createControlListeners } from './control/listeners.ts';
import { createControl } from './control/control.ts';
import type { ControlHost } from './control/host.ts';
import type { TokenKeeper } from './control/kept-token.ts';
import { createIdentity } from './identity/identity.ts';
import type { Answering } from './imds/answering.ts';
import { createDataPlane } from './imds/app.ts';
import { keepSettings } from './keep-settings.ts';
import { changeWorld } from './history/change-world.ts';
import { createFindProcesses } from './log/find-processes.ts';
import { createProcesses, type Processes } from './log/processes.ts';
import { type Context, eventFinder } from './operations/context.ts';
import { statusOf } from './operations/server.ts';
import { createPlane } from './imds/plane.ts';
import { nodeAbilities } from './abilities.ts';
import type { ReadSettings } from './read-settings.ts';
import { keepIn, type Keeping, keepNothing } from './keeping/keeping.ts';
import type { Save, WorldFile } from './world-file.ts';

export type RuntimeOptions = {
  version: string;
  preset: PresetName;
  /** Metadata options to begin with, beside those of the preset or the world file. */
  options?: OptionsPatch;
  /** The data plane; host null stands for 127.0.0.1 and ::1. */
  where: { host: string | null; port: number };
  control: {
    token: string;
    /** True for a token that somebody named, so that it can't be rotated. */
    tokenGiven?: boolean;
    /** Keeps the token for the next start on the same port; without one there is a new token in each run. */
    keeper?: TokenKeeper | null;
    /** Where the socket of the command line goes; null for none. */
    socket: string | null;
    /** TCP on 127.0.0.1; `asked` when somebody chose the port, so that another will not do. */
    http: { port: number; asked: boolean } | null;
    /** The built panel; null where there is none. */
    panelDir: string | null;
  };
  /** Host names allowed to begin with, where no file of settings says so. */
  allowedHosts?: string[];
  /** Where the world is kept; without one nothing is saved. The runtime closes it when it stops. */
  worldFile?: WorldFile;
  /** The world to begin with, whatever the file and the preset say. */
  world?: World;
  settingsFile?: string;
  /** Reads it; needed where there is one. */
  readSettings?: ReadSettings;
  /** Where the key that signs identity documents is kept; without one there is a new key in each run. */
  identityFile?: string;
  /** How long that key is; 2048 without it. */
  identityKeyBits?: number;
  clock?: Clock;
  /** False where nobody asks which processes requests are of, whatever the settings say. */
  namesProcesses?: boolean;
};

type RequestView<T> = (entry: Readonly<LogEntry>, row: () => LogRow) => T;

export type Runtime = ControlHost & {
  /** Opens control and data plane. When only the data plane can't listen, the runtime works all the same and says why. */
  start: () => Promise<Result<Status>>;
  /** Ends it. STORAGE_FAILED where the last world could not be kept. */
  stop: () => Promise<Result<void>>;
  status: () => Status;
  /** What lets in over TCP; the one that was kept once it listens. */
  controlToken: () => string;
  /**
   * What `view` makes of up to `limit` requests after that sequence number, oldest first; `row` is the request as the log
   * shows it. `next` and `dropped` are those of the log.
   */
  requestsAfter: <T>(sequence: number, limit: number, view: RequestView<T>) => ReturnType<typeof viewsAfter<T>>;
  /** Puts another world in the place of this one, under a title for undo; places are kept while their rule stays the same. */
  replaceWorld: (title: string, next: (before: World) => World) => void;
};

/** Where /proc says which process has which connection. */
const NAMES_HERE = process.platform === 'linux';

/** What a run is made of; nothing listens before `start`. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const clock = options.clock ?? systemClock();
  const cells = createCells(options, clock);
  const { notes, doorbell } = cells;
  const settings = keepSettings(options, {
    warn: notes.warn,
    changed: async (before, { host, port, controlOverHttp, keptRequests }) => {
      cells.log.resize(keptRequests);
      await listeners.follow(controlOverHttp);
      if (before.host !== host || before.port !== port) await plane.start({ host, port });
      notes.changed();
    },
  });
  cells.log.resize(settings.get().keptRequests);
  const core = coreOf(options, clock, notes.warn);
  const plane = createPlane({
    make: () => createDataPlane(answeringOf(cells, core, settings.admits)),
    where: options.where,
    notFreePorts: () => [listeners.port()],
    changed: notes.changed,
  });
  const context: Context = {
    ...cells,
    processes: processesOf(options, cells, settings, plane),
    ...core,
    keeping: keepingOf(options.worldFile?.save ?? null, cells),
    version: options.version,
    startedAt: clock.now(),
    plane,
    settings,
    control: () => ({ ...listeners.state(), tokenGiven: options.control.tokenGiven ?? false }),
    rotateToken: () => listeners.rotateToken(),
    saved: { world: options.worldFile?.save ? options.worldFile.path : null, settings: options.settingsFile ?? null },
    warnings: notes.warnings,
    failed: notes.failed,
  };
  const host = hostOf(context, cells);
  const control = createControl(host, { ...options.control, allows: (name) => settings.admits().allows(name) });
  const listeners = createControlListeners(control, options.control, notes);

  return {
    ...host,
    ...insideOf(context),
    controlToken: control.token.now,
    async start() {
      const opened = await listeners.open();
      if (!opened.ok) return opened;
      await listeners.follow(settings.get().controlOverHttp);
      const { problem } = await plane.start();
      ringAtNextChange(clock, cells);
      return problem ? failed(problem.code, problem.message) : done(statusNow(context));
    },
    async stop() {
      clock.arm(Number.POSITIVE_INFINITY, () => undefined);
      await plane.stop();
      await listeners.close();
      doorbell.close();
      return context.keeping.rest().finally(options.worldFile?.close);
    },
  };
}

function insideOf(context: Context): Pick<Runtime, 'status' | 'requestsAfter' | 'replaceWorld'> {
  const { world } = context;
  return {
    status: () => statusNow(context),
    requestsAfter: (after, limit, view) => viewsAfter(context, after, limit, view),
    replaceWorld(title, next) {
      changeWorld(context, title, next(world.world()));
    },
  };
}

function viewsAfter<T>(context: Context, after: number, limit: number, view: RequestView<T>) {
  const find = eventFinder(context);
  const { items, ...rest } = context.log.after(after, limit, (item) =>
    isEventLine(item) ? [] : [view(item, () => toRow(item, find))],
  );
  return { items: items.flat(), ...rest };
}

/** Looks for who asked when the bell rings. */
function processesOf(
  { namesProcesses }: RuntimeOptions,
  { log, doorbell }: Cells,
  settings: Context['settings'],
  plane: Context['plane'],
): Processes {
  const processes = createProcesses({
    log,
    isOn: () => NAMES_HERE && namesProcesses !== false && settings.get().nameProcesses,
    find: createFindProcesses(),
    serverPorts: () => plane.state().listeners.map(({ port }) => port),
  });
  doorbell.listen(processes.look);
  return processes;
}

/** The core, and what signs for it. */
function coreOf(
  { identityFile: file = null, identityKeyBits }: CoreOptions,
  { now }: Clock,
  warn: (text: string) => void,
) {
  const identity = createIdentity({ file, now, warn }, identityKeyBits);
  const abilities: Abilities = { ...nodeAbilities, sign: identity.sign };
  return { identity, abilities, respond: createRespond(abilities), probeSecret: randomBytes(18).toString('base64url') };
}

type CoreOptions = { identityFile?: string | null; identityKeyBits?: number };

type Core = ReturnType<typeof coreOf>;

function answeringOf(cells: Cells, core: Core, admits: Answering['admits']): Answering {
  const { notes, world, doorbell } = cells;
  return { ...cells, ...core, ...notes, world: world.world, admits, changed: doorbell.ring };
}

/** Loaded with the first call: the contract and all that it checks by are half of Metadeck. */
const operations = () => import('./operations.ts');

function hostOf(context: Context, { doorbell, bell, notes }: Cells): ControlHost {
  const rung = <T>(result: T): T => {
    doorbell.ring();
    return result;
  };
  return {
    call: async (name, input, by) => rung(await (await operations()).perform({ context, by }, name, input)),
    carry: async (name, input, by) => rung(await (await operations()).carryOut({ context, by }, name, input)),
    onChange: doorbell.listen,
    bell,
    failed: notes.failed,
  };
}

function keepingOf(save: Save | null, { history, world, notes }: Cells): Keeping {
  return save === null ? keepNothing({ history }) : keepIn(save, { history, world: world.world, warn: notes.warn });
}

function statusNow(context: Context): Status {
  const read = statusOf(context);
  if (!read.ok) throw new Error(read.error.message);
  return read.data;
}
