// Settings: of the application, not of the world. Each field falls back on its own when a stored one is damaged.
import * as z from 'zod';

const hostName = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'A host name is needed, such as imds.example.com.');

/** How many requests the log keeps, unless their bytes are too many before. */
export const KEPT_REQUESTS = { least: 100, most: 50_000, usual: 10_000 };

const letter = z.string().regex(/^[a-z]$/, 'One letter from a to z is needed.');

export const settings = z.strictObject({
  /** `high-contrast` is light or dark as the system says, with stronger lines and text. */
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  density: z.enum(['compact', 'comfortable']),
  /** How times of day are written. */
  times: z.enum(['local', 'utc']),
  /** Letters of one's own for commands of the list of requests, by the command's id. */
  letters: z.record(z.string().max(64), letter),
  /** Where the data plane listens; null for 127.0.0.1 and ::1. Restarts the server. */
  host: z.string().min(1).max(255).nullable(),
  port: z.number().int().min(0).max(65_535),
  /** Host names that clients may use besides the usual ones (behaviour.md, Listening). */
  allowedHosts: z.array(hostName).max(100),
  /** Answer requests that carry an Origin or a foreign Sec-Fetch-Site. */
  allowWebPages: z.boolean(),
  /** Control over HTTP on 127.0.0.1 (design.md 4). */
  controlOverHttp: z.boolean(),
  /** How many requests the log keeps; fewer drops the oldest at once. */
  keptRequests: z.number().int().min(KEPT_REQUESTS.least).max(KEPT_REQUESTS.most),
  /** Notifications of the system, only while the window has no focus; each kind on its own. */
  notifyInterruption: z.boolean(),
  notifySighting: z.boolean(),
  notifyAction: z.boolean(),
  notifyStopped: z.boolean(),
  /** A sign in the system's tray. */
  tray: z.boolean(),
  /** Go on answering when the window is closed, with the sign in the tray to open it from. */
  keepRunning: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const settingsPatch = settings.partial();

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'compact',
  times: 'local',
  letters: {},
  host: null,
  port: 1338,
  allowedHosts: [],
  allowWebPages: false,
  controlOverHttp: false,
  keptRequests: KEPT_REQUESTS.usual,
  notifyInterruption: true,
  notifySighting: true,
  notifyAction: true,
  notifyStopped: true,
  tray: true,
  keepRunning: false,
};

const SETTINGS_VERSION = 1;

type Stored = Record<string, unknown>;

/** Step 0 takes what version 1 wrote to the shape of version 2, and so on. */
const MIGRATIONS: readonly ((stored: Stored) => Stored)[] = [];

/** What is written to the file of settings. */
export function storedSettings(current: Settings): Settings & { version: number } {
  return { version: SETTINGS_VERSION, ...current };
}

/** Settings from what was stored: every field that is well formed, the default for every other, and the names of those dropped. */
export function healSettings(stored: unknown): { settings: Settings; dropped: string[] } {
  const given = migrated(typeof stored === 'object' && stored !== null ? { ...stored } : {});
  const dropped: string[] = [];
  const healed: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [name, field] of Object.entries(settings.shape)) {
    if (!(name in given)) continue;
    const parsed = field.safeParse(given[name]);
    if (parsed.success) healed[name] = parsed.data;
    else dropped.push(name);
  }
  return { settings: settings.parse(healed), dropped };
}

/** A file without a number is of version 1; one of a later version is read as far as it is understood. */
function migrated(stored: Stored): Stored {
  const version = typeof stored.version === 'number' ? stored.version : 1;
  return MIGRATIONS.slice(Math.max(0, version - 1)).reduce((shape, step) => step(shape), stored);
}
