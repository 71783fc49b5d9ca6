// Starts the real window with a folder and ports of its own, and ends it after the test.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Input, OperationName, Output } from '../../app/contract/contract.ts';
import type { Status } from '../../app/contract/server.ts';
import type { Result } from '../../app/result.ts';
import { electronArguments, REPOSITORY, whyNoWindow } from './executable.ts';

export type Opened = { app: ElectronApplication; child: ChildProcess; page: Page };

type OpenOptions = { port?: number; archive?: string };

type Environment = Record<string, string>;

type Fixtures = {
  /** A new folder for the test's world, settings and socket. */
  folder: string;
  /** What a start is told by its environment. */
  environment: (port?: number) => Environment;
  /** Starts the application and waits for its page, or skips the test where there can be none. Port 0, the usual one, is a free one. */
  open: (options?: OpenOptions) => Promise<Opened>;
};

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  folder: async ({}, provide) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-window-'));
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  environment: async ({ folder }, provide) => {
    await provide((port = 0) => ({
      ...definedEnvironment(),
      METADECK_USER_DATA: path.join(folder, 'data'),
      METADECK_RUN_DIR: path.join(folder, 'run'),
      METADECK_PORT: String(port),
    }));
  },
  open: async ({ environment }, provide) => {
    const running: Opened[] = [];
    await provide(async ({ port, archive = REPOSITORY } = {}) => {
      const reason = whyNoWindow();
      base.skip(reason !== undefined, reason ?? '');
      const app = await launch({ args: electronArguments(archive), env: environment(port) });
      const opened = { app, child: app.process(), page: await app.firstWindow() };
      running.push(opened);
      return opened;
    });
    await Promise.all(running.map(close));
  },
});

/**
 * Without an executable named here Playwright takes the `electron` package's, or that of ELECTRON_OVERRIDE_DIST_PATH, and
 * holds the application back until it is attached. Otherwise a window that opens too early makes it wait for ever.
 */
async function launch(options: { args: string[]; env: Environment }): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    // On a machine under load glibc may end a process before Electron's first line: nothing that the application did.
    if (!String(error).includes('futex facility returned an unexpected error')) throw error;
    return _electron.launch(options);
  }
}

function definedEnvironment(): Environment {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(defined);
}

/** Quits the application and waits for its process to end, unless it has ended already. */
export async function close({ app, child }: Opened): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await app.close();
}

type Exposed = { metadeck: { call: (name: string, input: unknown) => Promise<Result<unknown>> } };

/** Calls an operation as the panel does. */
export async function call<N extends OperationName>(page: Page, name: N, input: Input<N>): Promise<Result<Output<N>>> {
  const answer = await page.evaluate(
    ([operation, given]) => (window as unknown as Exposed).metadeck.call(operation, given),
    [name, input] as const,
  );
  return answer as Result<Output<N>>;
}

/** The same, for a call that must succeed. */
export async function data<N extends OperationName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await call(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.data;
}

/** The status, once the data plane listens or has failed to. */
export async function settledStatus(page: Page): Promise<Status> {
  let status = await data(page, 'status.get', {});
  await base.expect
    .poll(async () => {
      status = await data(page, 'status.get', {});
      return status.state;
    })
    .toMatch(/^(listening|failed)$/);
  return status;
}

/** What clients are pointed at. */
export async function endpointOf(page: Page): Promise<string> {
  const { endpoint } = await settledStatus(page);
  if (endpoint === null) throw new Error('nothing listens');
  return endpoint;
}
