// What a run of AEMM serves where: the paths of its values and of its notices.
import type { Event } from '../events/schema.ts';
import type { Instance } from '../world/world.ts';
import type { NoticeRoute } from '../answer/node.ts';
import { METADATA_PATHS } from './defaults/paths.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import { kindsOf } from './events.ts';
import type { AemmSettings, Json } from './settings.ts';

export type ValueRoute = { group: 'metadata' | 'dynamic' | 'userdata'; key: string; path: string; value: Json };

/** Below `latest/` without it; anywhere else with a slash before it. No slash at the end, one between two names. */
export function shortPath(path: string): string {
  const names = path.split('/').filter((name) => name !== '');
  return names[0] === 'latest' ? names.slice(1).join('/') : `/${names.join('/')}`;
}

const VALUE_GROUPS = ['metadata', 'dynamic', 'userdata'] as const;

/** Every known key that has a path and a value. */
export function valueRoutes(settings: AemmSettings): ValueRoute[] {
  return VALUE_GROUPS.flatMap((group) =>
    Object.keys(AEMM_DEFAULTS[group].paths).flatMap((key) => {
      const path = settings[group].paths[key] ?? '';
      const value = settings[group].values[key];
      return path === '' || value === undefined || value === null ? [] : [{ group, key, path: shortPath(path), value }];
    }),
  );
}

const NOTICE_KEYS: Readonly<Record<Event['kind'], readonly string[]>> = {
  'spot-interruption': ['spot', 'spot-termination-time'],
  'rebalance-recommendation': ['rebalance-rec-time'],
  maintenance: ['events'],
  lifecycle: ['target-lifecycle-state'],
};

/** The notices' own paths: those that the command mocks, and those of events that somebody fired besides. */
export function noticeRoutes(settings: AemmSettings, events: Instance['events']): NoticeRoute[] {
  const fired = events.filter((event) => !event.ending).map(({ kind }) => kind);
  return routesOf(new Set([...kindsOf(settings.command), ...fired]), settings);
}

function routesOf(kinds: Iterable<Event['kind']>, settings: AemmSettings): NoticeRoute[] {
  return [...kinds].flatMap((kind) =>
    NOTICE_KEYS[kind].flatMap((key) => {
      const path = settings.metadata.paths[key] ?? '';
      return path === '' ? [] : [{ kind, key, path: shortPath(path) }];
    }),
  );
}

/** The notice that a path is for, whether or not the command mocks it; undefined for any other path. */
export function noticeFor(settings: AemmSettings, path: string): NoticeRoute | undefined {
  return routesOf(kindsOf('all'), settings).find((route) => route.path === path);
}

/** The one path whose object AEMM writes without indenting, as text: that of the default accelerator. */
export const ACCELERATOR_PATH = shortPath(METADATA_PATHS['elastic-inference-accelerator'] ?? '');
