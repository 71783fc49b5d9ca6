// Serves what a configuration says until it is told to end: metadata for everyone, control for this user's command line.
import type { AemmCommand } from '../../app/aemm/settings.ts';
import { aemmWorld } from '../../app/aemm/world.ts';
import { isConfigured } from '../../app/events/event.ts';
import { firstInstance } from '../../app/world/instances.ts';
import type { World } from '../../app/world/world.ts';
import { newControlToken } from '../../server/control/token.ts';
import { socketPath } from '../../server/run-folder.ts';
import { createRuntime, type Runtime } from '../../server/runtime.ts';
import { BINARY } from './commands.ts';
import { reloadConfig, type CommandLine, type Loaded } from './config/load.ts';
import type { Resolved } from '../../server/aemm/resolve.ts';
import { saveConfig } from './config/save.ts';
import { watchFile } from './config/watch.ts';
import { logRequests } from './request-log.ts';
import type { Shell } from './shell.ts';

declare const METADECK_VERSION: string;
/** Put in when it is bundled: the single file has no package around it. */
const VERSION = typeof METADECK_VERSION === 'string' ? METADECK_VERSION : 'from source';

export type MockRun = CommandLine & {
  /** Flags as they were given, for the list of them. */
  printed: ReadonlyMap<string, string>;
  /** When the run began: delays count from here. */
  startedAt: number;
};

/** A run that could not begin: one sentence. */
export type ServeResult = { ok: true } | { ok: false; message: string };

const WHAT: Readonly<Record<AemmCommand, string>> = {
  all: 'all mocks',
  spot: 'EC2 Spot interruption notice',
  events: 'EC2 Events',
  asglifecycle: 'EC2 ASG Lifecycle',
};

export async function serve(
  loaded: Loaded,
  asked: MockRun,
  shell: Shell,
  stopped: Promise<void>,
): Promise<ServeResult> {
  const { command, server } = loaded.settings;
  shell.log(`Initiating ${BINARY} for ${WHAT[command]} on port ${server.port}`);
  printFlags(asked.printed, shell);
  const port = portOf(server.port);
  if (port === null)
    return { ok: false, message: `${JSON.stringify(server.port)} is no port; a number from 0 to 65535 is needed.` };
  const run = createRun(loaded, port, asked.startedAt);
  const started = await run.runtime.start();
  if (!started.ok) {
    await run.runtime.stop();
    return { ok: false, message: started.error.message };
  }
  for (const { text } of started.data.warnings) shell.log(`Warning: ${text}`);
  if (started.data.control.socket !== null) shell.log(LOOK_INSIDE);
  const endLog = logRequests(run.runtime, run.mocked, shell);
  const endWatch = loaded.run['watch-config-file'] ? follow(loaded, asked, run, shell) : () => undefined;
  await stopped;
  endWatch();
  endLog();
  await run.runtime.stop();
  return { ok: true };
}

const LOOK_INSIDE = 'Metadeck: "metadeck status", "metadeck tail" and "metadeck panel" show this run from inside.';

function printFlags(printed: ReadonlyMap<string, string>, shell: Shell): void {
  if (printed.size === 0) return;
  const lines = [...printed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}: ${value}\n`);
  shell.print(`\nFlags:\n${lines.join('')}\n`);
}

function portOf(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}

type Run = {
  runtime: Runtime;
  startedAt: number;
  mocked: () => Resolved & { startedAt: number };
  use: (next: Resolved) => void;
};

function createRun(loaded: Resolved, port: number, startedAt: number): Run {
  let current = loaded;
  const { hostname } = loaded.settings.server;
  const runtime = createRuntime({
    version: VERSION,
    preset: 'aemm',
    world: aemmWorld(loaded.settings, startedAt),
    where: { host: hostname === '' ? '0.0.0.0' : hostname, port },
    // Nobody is told this token: control is on the socket alone, unless its user switches TCP on.
    control: {
      token: newControlToken(),
      socket: socketPath(process.pid, 'mock'),
      http: null,
      panelDir: null,
    },
    namesProcesses: false,
  });
  return {
    runtime,
    startedAt,
    mocked: () => ({ ...current, startedAt }),
    use(next) {
      current = next;
      runtime.replaceWorld('took over the configuration file', (before) =>
        withFired(aemmWorld(next.settings, startedAt), before),
      );
    },
  };
}

/** What somebody fired meanwhile stays, whatever the file says. */
function withFired(next: World, before: World): World {
  const fired = firstInstance(before).events.filter((event) => !isConfigured(event));
  const instances = next.instances.map((instance) => ({ ...instance, events: [...instance.events, ...fired] }));
  return { ...next, instances };
}

/** Takes over each edit of the file, whole; an edit that can't be used is said, and changes nothing. */
function follow({ file }: Loaded, given: CommandLine, run: Run, shell: Shell): () => void {
  if (file === null) {
    shell.log('Warning: There is no configuration file to watch');
    return () => undefined;
  }
  return watchFile(file, () => void takeOver(file, given, run, shell));
}

async function takeOver(file: string, given: CommandLine, run: Run, shell: Shell): Promise<void> {
  const read = await reloadConfig(file, given, shell);
  if (!read.ok) {
    shell.log(`Warning: ${file} has changed and can't be used, so the values before it hold: ${read.error.message}`);
    return;
  }
  run.use(read.data);
  shell.log(`Took over the changed configuration from file:  ${file}`);
  if (read.data.run['save-config-to-file']) saveConfig(read.data, run.startedAt, shell);
}
