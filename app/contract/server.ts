// The server's own state, settings and the bell, as the control API shows them.
import * as z from 'zod';
import { settings, settingsPatch } from '../settings/schema.ts';
import { moment, noInput, operation } from './operation.ts';

const listener = z.strictObject({ address: z.string(), port: z.number().int() });

/** Why the data plane does not listen. */
const problem = z.strictObject({
  code: z.enum(['PORT_IN_USE', 'ADDRESS_UNAVAILABLE', 'INTERNAL']),
  message: z.string(),
  port: z.number().int(),
  /** The process that holds the port, where that can be known. */
  holder: z.strictObject({ name: z.string(), pid: z.number().int() }).nullable(),
  /** The next port that is free. */
  freePort: z.number().int().nullable(),
});

const status = z.strictObject({
  version: z.string(),
  /** Changes with each start. */
  run: z.string(),
  pid: z.number().int(),
  /** The server's time when it answered; a countdown is drawn against it. */
  now: moment,
  startedAt: moment,
  uptimeSeconds: z.number().int(),
  state: z.enum(['starting', 'listening', 'stopped', 'failed']),
  /** What a client is pointed at, such as `http://127.0.0.1:1338`; null while nothing listens. */
  endpoint: z.string().nullable(),
  listeners: z.array(listener),
  problem: problem.nullable(),
  control: z.strictObject({
    http: listener.nullable(),
    socket: z.string().nullable(),
    /** True when METADECK_TOKEN names the token, which can't be rotated then. */
    tokenGiven: z.boolean(),
  }),
  counts: z.strictObject({
    /** Requests answered in this run. */
    requests: z.number().int(),
    /** Requests that the log still holds, and how many it can. */
    kept: z.number().int(),
    limit: z.number().int(),
    /** Requests that made way for newer ones. */
    dropped: z.number().int(),
    /** The sequence number of the oldest line that the log holds; one more than the last where it holds none. */
    first: z.number().int(),
    /** That of the newest line there was. */
    last: z.number().int(),
    /** Requests of the last minute, kept or not. */
    lastMinute: z.number().int(),
    /** An address that asked several instances counts for each. */
    clients: z.number().int(),
    tokens: z.number().int(),
  }),
  instance: z.strictObject({
    name: z.string(),
    preset: z.string(),
    instanceId: z.string(),
    instanceType: z.string(),
    availabilityZone: z.string(),
    lifeCycle: z.string(),
    httpTokens: z.enum(['optional', 'required']),
    /** What an edit changes: facts, from which paths follow, or paths alone. */
    editing: z.enum(['facts', 'paths']),
    /** The target lifecycle state without events; null where there is none. */
    baseLifecycleState: z.string().nullable(),
    /** Paths that differ from the preset. */
    changed: z.number().int(),
  }),
  /** The files of the world and the settings; null for what is not saved. */
  saved: z.strictObject({ world: z.string().nullable(), settings: z.string().nullable() }),
  /** What the next undo and redo would do; null where there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** What somebody should know, such as a damaged world file that was moved aside. */
  warnings: z.array(z.strictObject({ at: moment, text: z.string() })),
});
export type Status = z.infer<typeof status>;

const where = z.strictObject({
  port: z.number().int().min(0).max(65_535).optional(),
  host: z.string().min(1).max(255).optional(),
});

/** What the bell says: revision numbers; whoever knows lower ones pulls. */
export const bell = z.strictObject({
  run: z.string(),
  world: z.number().int(),
  traffic: z.number().int(),
  log: z.number().int(),
});
export type Bell = z.infer<typeof bell>;

const certificate = z.strictObject({
  /** In PEM, with a newline at its end. */
  certificate: z.string(),
  /** SHA-256 of the certificate: pairs of hexadecimal digits with colons between them. */
  fingerprint: z.string(),
  validFrom: moment,
  validTo: moment,
});
export type Certificate = z.infer<typeof certificate>;

export const serverOperations = {
  'status.get': operation({
    method: 'GET',
    path: '/v1/status',
    input: noInput,
    output: status,
    doc: 'Version, endpoint, listeners, counts, the instance in short, and what undo and redo would do.',
  }),
  'server.start': operation({
    method: 'POST',
    path: '/v1/server/start',
    input: where,
    output: status,
    doc: 'Start answering, on the port and host given or the ones used last.',
  }),
  'server.stop': operation({
    method: 'POST',
    path: '/v1/server/stop',
    input: noInput,
    output: status,
    doc: 'Stop answering; the control plane stays.',
  }),
  'server.restart': operation({
    method: 'POST',
    path: '/v1/server/restart',
    input: where,
    output: status,
    doc: 'Stop and start, on another port or host if given.',
  }),
  'control.rotate-token': operation({
    method: 'POST',
    path: '/v1/control/rotate-token',
    input: noInput,
    output: z.strictObject({ token: z.string() }),
    doc: 'Make a new token for control over HTTP; the one before is refused from then on.',
  }),
  'certificate.get': operation({
    method: 'GET',
    path: '/v1/certificate',
    input: noInput,
    output: certificate,
    doc: 'The certificate that the signatures of identity documents verify with.',
  }),
  'settings.get': operation({
    method: 'GET',
    path: '/v1/settings',
    input: noInput,
    output: settings,
    doc: 'The settings.',
  }),
  'settings.patch': operation({
    method: 'PATCH',
    path: '/v1/settings',
    input: settingsPatch,
    output: settings,
    doc: 'Change settings.',
  }),
};
