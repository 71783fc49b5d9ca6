// Where the control plane listens: the socket of the command line, and TCP where that was asked for or is set.
import { done, type Result } from '../../app/result.ts';
import type { createControl } from './control.ts';
import type { Listener } from '../listen.ts';

const DEFAULT_CONTROL_PORT = 1339;

type Wanted = { socket: string | null; http: { port: number; asked: boolean } | null };
type Heard = { warn: (text: string) => void; changed: () => void };

const TCP_ALONE = 'Control is over TCP alone.';
const NOT_REACHED = 'The command line does not find this run.';

export type ControlListeners = {
  /** Opens what was wanted at the start. A socket that can't be had is only warned of. */
  open: () => Promise<Result<null>>;
  /** Follows the setting, where TCP was not wanted at the start. */
  follow: (httpIsOn: boolean) => Promise<void>;
  /** A port that the data plane should leave alone. */
  port: () => number;
  state: () => { http: Listener | null; socket: string | null };
  close: () => Promise<void>;
};

export function createControlListeners(
  control: ReturnType<typeof createControl>,
  wanted: Wanted,
  { warn, changed }: Heard,
): ControlListeners {
  let http: Listener | null = null;
  let socket: string | null = null;

  async function openSocket(path: string): Promise<void> {
    const opened = await control.listenSocket(path);
    if (opened.ok) socket = opened.data;
    else warn(`${opened.error.message} ${wanted.http === null ? NOT_REACHED : TCP_ALONE}`);
  }

  async function openHttp(where: { port: number; asked: boolean }): Promise<Result<null>> {
    const opened = await control.listenHttp(where);
    if (!opened.ok) return opened;
    http = opened.data;
    changed();
    return done(null);
  }

  async function closeHttp(): Promise<void> {
    http = null;
    await control.closeHttp();
    changed();
  }

  return {
    async open() {
      if (wanted.socket !== null) await openSocket(wanted.socket);
      return wanted.http === null ? done(null) : openHttp(wanted.http);
    },
    async follow(httpIsOn) {
      if (wanted.http !== null || httpIsOn === (http !== null)) return;
      if (!httpIsOn) return closeHttp();
      const opened = await openHttp({ port: DEFAULT_CONTROL_PORT, asked: false });
      if (!opened.ok) warn(opened.error.message);
    },
    port: () => http?.port ?? wanted.http?.port ?? DEFAULT_CONTROL_PORT,
    state: () => ({ http, socket }),
    close: () => control.close(),
  };
}
