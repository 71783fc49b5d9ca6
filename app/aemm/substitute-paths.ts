// Paths that hold a value in their name follow that value when it is changed.
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import type { AemmSettings, Json } from './settings.ts';

/** Which paths are named after which value. */
const NAMED_AFTER: Readonly<Record<string, (key: string) => boolean>> = {
  mac: (key) => key.startsWith('mac-'),
  'public-ipv4': (key) => key === 'mac-ipv4-associations',
  'iam-security-credentials-role': (key) => key === 'iam-security-credentials',
  'elastic-inference-associations': (key) => key === 'elastic-inference-accelerator',
};

/**
 * Replaces the default MAC address, public address, role and accelerator in the paths that are named after them, where the
 * value differs. A path that was given wins, unless it holds the default text. `notes` are AEMM's lines in its log. Meant for
 * settings as they were read, once: a new value that holds the old one would be replaced again.
 */
export function substitutePaths(settings: AemmSettings): { settings: AemmSettings; notes: string[] } {
  const paths = { ...settings.metadata.paths };
  const notes = Object.entries(NAMED_AFTER).flatMap(([value, isNamedAfter]) =>
    substituted(paths, Object.keys(paths).filter(isNamedAfter), {
      before: AEMM_DEFAULTS.metadata.values[value],
      after: settings.metadata.values[value],
    }),
  );
  if (notes.length === 0) return { settings, notes };
  return { settings: { ...settings, metadata: { ...settings.metadata, paths } }, notes };
}

type Change = { before: Json | undefined; after: Json | undefined };

function substituted(paths: Record<string, string>, keys: readonly string[], { before, after }: Change): string[] {
  if (typeof before !== 'string' || typeof after !== 'string' || after === before) return [];
  return keys.flatMap((key) => {
    const was = paths[key] ?? '';
    const is = was.replaceAll(before, () => after);
    paths[key] = is;
    return is === was ? [] : [`Updating path from ${was} to ${is}`];
  });
}
