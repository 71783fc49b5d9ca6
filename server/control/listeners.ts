// Where the control plane listens: the socket of the command line, and TCP where that was asked for or is set.
import { done, type Result } from '../../app/result.ts';
import type { createControl } from './control.ts';
import type { Listener } from '../listen.ts';
import type { TokenKeeper } from './kept-token.ts';

const DEFAULT_CONTROL_PORT = 1339;

type Wanted = {
  socket: string | null;
  http: { port: number; asked: boolean } | null;
  /** Keeps the token of the port for the next start; without one each start has its own. */
  keeper?: TokenKeeper | null;
};
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
  /** Another token for TCP, and for the next start; whoever came with the one before is sent away. */
  rotateToken: () => Promise<string>;
  close: () => Promise<void>;
};

export function createControlListeners(
  control: ReturnType<typeof createControl>,
  wanted: Wanted,
  { warn, changed }: Heard,
): ControlListeners {
  let http: Listener | null = null;
  let socket: string | null = null;
  let keepsFor: number | null = null;

  async function openSocket(path: string): Promise<void> {
    const opened = await control.listenSocket(path);
    if (opened.ok) socket = opened.data;
    else warn(`${opened.error.message} ${wanted.http === null ? NOT_REACHED : TCP_ALONE}`);
  }

  async function openHttp(where: { port: number; asked: boolean }): Promise<Result<null>> {
    const opened = await control.listenHttp(where);
    if (!opened.ok) return opened;
    http = opened.data;
    await settleToken(where.port, http.port);
    changed();
    return done(null);
  }

  /** A port that was not the one wanted will be another one at the next start, so nothing is kept for it. */
  async function settleToken(wantedPort: number, port: number): Promise<void> {
    if (port !== wantedPort) return;
    const kept = wanted.keeper?.take(port) ?? null;
    if (kept === null) await keepToken(port);
    else control.token.replace(kept);
    keepsFor = port;
  }

  async function keepToken(port: number): Promise<void> {
    const kept = await wanted.keeper?.keep(port, control.token.now());
    if (kept?.ok === false) warn(`The control token is another one at the next start: ${kept.error.message}`);
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
    async rotateToken() {
      const token = control.token.rotate();
      if (keepsFor !== null) await keepToken(keepsFor);
      return token;
    },
    close: () => control.close(),
  };
}
