// Settings as they are stored: each field falls back on its own when it is damaged; versions and migrations.
import { DEFAULT_SETTINGS } from './defaults.ts';
import { type Settings, settings } from './schema.ts';

type Stored = Record<string, unknown>;

/** Step 0 takes what version 1 wrote to the shape of version 2, and so on. */
const MIGRATIONS: readonly ((stored: Stored) => Stored)[] = [];

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
