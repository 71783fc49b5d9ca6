// Settings: of the application, not of the world.
import * as z from 'zod';
import { hostsProblem } from '../allowed-hosts.ts';
import { KEPT_REQUESTS } from './kept-requests.ts';

const allowedHosts = z.array(z.string()).superRefine((names, issues) => {
  const message = hostsProblem(names);
  if (message !== null) issues.addIssue({ code: 'custom', message });
});

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
  /** Host names that clients may use besides the usual ones, `*.` in front for all below one (behaviour.md, Listening). */
  allowedHosts,
  /** Answer requests that carry an Origin or a foreign Sec-Fetch-Site. */
  allowWebPages: z.boolean(),
  /** Control over HTTP on 127.0.0.1 (design.md 4). */
  controlOverHttp: z.boolean(),
  /** How many requests the log keeps; fewer drops the oldest at once. */
  keptRequests: z.number().int().min(KEPT_REQUESTS.least).max(KEPT_REQUESTS.most),
  /** Look up which process on this machine asked, on Linux. */
  nameProcesses: z.boolean(),
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
export type SettingsPatch = z.infer<typeof settingsPatch>;
