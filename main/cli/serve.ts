// Runs Metadeck without a window until it is told to end.
import * as path from 'node:path';
import { hostsFrom, hostsProblem } from '../../app/allowed-hosts.ts';
import type { Status } from '../../app/contract/server.ts';
import type { PresetName } from '../../app/metadata/presets/names.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { tokenKeeper } from '../../server/control/kept-token.ts';
import { givenToken, type GivenToken } from '../../server/control/token.ts';
import { socketPath } from '../../server/run-folder.ts';
import { identityFile } from '../../server/identity/folder.ts';
import { dataFolder } from '../../server/storage/data-folder.ts';
import { notKept } from '../../server/keeping/not-changed.ts';
import { createRuntime, type RuntimeOptions } from '../../server/runtime.ts';
import { NO_BROWSER, openBrowser, panelAddress } from './browser.ts';
import { giveUp, type ExitCode } from './command.ts';
import { type OptionFlags, optionsFrom } from './commands/options.ts';
import { table, type Terminal } from './output.ts';
import { packageVersion, panelDir } from './package-dir.ts';
import { withLine } from './taken-port.ts';

export type ServeFlags = OptionFlags & {
  port: number;
  host?: string;
  allowHost?: string[];
  controlPort?: number;
  preset: PresetName;
  imdsv2?: boolean;
  world?: string;
  readOnly?: boolean;
  open?: boolean;
  json?: boolean;
};

const CONTROL_PORT = 1339;

/** `words` are the command as it was given, for the line that would work where a port is taken. */
export async function serve(flags: ServeFlags, terminal: Terminal, words: readonly string[]): Promise<ExitCode> {
  if (flags.readOnly && flags.world === undefined) {
    terminal.complain('--read-only opens the file of --world; name one.');
    return 2;
  }
  const token = givenToken(process.env['METADECK_TOKEN']);
  if (!token.ok) return giveUp(token.error, terminal);
  const hosts = allowedHosts(flags, process.env['METADECK_ALLOWED_HOSTS']);
  if (!hosts.ok) return giveUp(hosts.error, terminal);
  const opened = await openedWorld(flags);
  if (!opened.ok) return giveUp(opened.error, terminal);
  const stopped = terminal.stopped();
  const runtime = createRuntime({ ...optionsFor(flags, token.data), allowedHosts: hosts.data, ...opened.data });
  const started = await runtime.start();
  if (!started.ok) {
    const { problem } = runtime.status();
    await runtime.stop();
    // Without a free port to name there is no line.
    return giveUp(
      problem?.freePort === null ? started.error : withLine(started.error, problem?.freePort ?? null, words),
      terminal,
    );
  }
  await announce(started.data, flags, runtime.controlToken(), terminal);
  await stopped;
  const kept = await runtime.stop();
  return kept.ok ? 0 : giveUp(notKept(kept.error), terminal);
}

function optionsFor(flags: ServeFlags, token: GivenToken): RuntimeOptions {
  return {
    version: packageVersion(),
    preset: flags.preset,
    options: { ...(flags.imdsv2 ? { httpTokens: 'required' } : {}), ...optionsFrom(flags) },
    where: { host: flags.host ?? null, port: flags.port },
    control: {
      ...token,
      keeper: token.tokenGiven ? null : tokenKeeper(path.join(dataFolder(), 'control')),
      socket: socketPath(process.pid),
      http: controlPort(flags),
      panelDir: panelDir(),
    },
    identityFile: identityFile(),
  };
}

/** Those of the flags and those of the environment. */
function allowedHosts({ allowHost = [] }: ServeFlags, given = ''): Result<string[]> {
  const inEnvironment = hostsFrom(given);
  const problem = hostsProblem(inEnvironment);
  if (problem !== null) return failed('INVALID_INPUT', `METADECK_ALLOWED_HOSTS: ${problem}`);
  const all = [...new Set([...allowHost, ...inEnvironment])];
  const tooMany = hostsProblem(all);
  return tooMany === null ? done(all) : failed('INVALID_INPUT', tooMany);
}

async function openedWorld({
  world,
  readOnly = false,
}: ServeFlags): Promise<Result<Pick<RuntimeOptions, 'worldFile'>>> {
  if (world === undefined) return done({});
  const { openWorldFile } = await import('../../server/world-file.ts');
  const file = path.resolve(world);
  const opened = await openWorldFile(file, { readOnly, now: Date.now });
  if (opened.ok) return done({ worldFile: opened.data });
  const looked = await openWorldFile(file, { readOnly: true, now: Date.now });
  if (!looked.ok) return opened;
  return failed(opened.error.code, `${opened.error.message} With --read-only it is opened without saving.`);
}

/** The default port makes way, also for a data plane that was asked for there. */
function controlPort({ port, controlPort: asked }: ServeFlags): { port: number; asked: boolean } {
  if (asked !== undefined) return { port: asked, asked: true };
  return { port: port === CONTROL_PORT ? 0 : CONTROL_PORT, asked: false };
}

async function announce(status: Status, flags: ServeFlags, token: string, terminal: Terminal): Promise<void> {
  const port = status.control.http?.port ?? 0;
  const address = panelAddress(port, token);
  await terminal.write(flags.json ? machineLine(status, port, token) : greeting(status, address));
  for (const { text } of status.warnings) terminal.complain(text);
  if (flags.host === '0.0.0.0' || flags.host === '::') terminal.complain(EVERYONE);
  if (flags.open && !(await openBrowser(address))) terminal.complain(NO_BROWSER);
}

const EVERYONE = 'It listens on every address, IPv4 and IPv6: whoever reaches this machine gets answers.';

function machineLine({ endpoint, pid }: Status, port: number, token: string): string {
  return `${JSON.stringify({ endpoint, control: `http://127.0.0.1:${port}`, token, pid })}\n`;
}

function greeting({ version, endpoint, listeners }: Status, address: string): string {
  const families = listeners.some((one) => one.address.includes(':')) ? 'IPv4 and IPv6' : 'IPv4';
  const rows = [
    ['  Endpoint', `${endpoint} (${listeners.length > 1 ? families : listeners[0]?.address})`],
    ['  Panel', address],
    ['  Try', `curl ${endpoint}/latest/meta-data/`],
  ];
  return `Metadeck ${version}\n${table(rows)}Ctrl+C ends it.\n`;
}
