// Settings: of the application, not of the world. Each field falls back on its own when a stored one is damaged.
import * as z from 'zod';

const hostName = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'A host name is needed, such as imds.example.com.');

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** Where the data plane listens; null for 127.0.0.1 and ::1. Restarts the server. */
  host: z.string().min(1).max(255).nullable(),
  port: z.number().int().min(0).max(65_535),
  /** Host names that clients may use besides the usual ones (behaviour.md, Listening). */
  allowedHosts: z.array(hostName).max(100),
  /** Answer requests that carry an Origin or a foreign Sec-Fetch-Site. */
  allowWebPages: z.boolean(),
  /** Control over HTTP on 127.0.0.1 (design.md 4). */
  controlOverHttp: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const settingsPatch = settings.partial();

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'compact',
  host: null,
  port: 1338,
  allowedHosts: [],
  allowWebPages: false,
  controlOverHttp: false,
};

/** Settings from what was stored: every field that is well formed, the default for every other, and the names of those dropped. */
export function healSettings(stored: unknown): { settings: Settings; dropped: string[] } {
  const given: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
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
