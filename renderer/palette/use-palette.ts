// The palette's items, what of them is recent, and what choosing one does.
import { useEffect, useMemo, useState } from 'react';
import { runCommand } from '../commands/dispatch.ts';
import { call } from '../control/control.ts';
import { keepValue, keptValue } from '../stores/kept.ts';
import { closeOverlay } from '../stores/overlay.ts';
import { useTraffic } from '../stores/traffic.ts';
import { go } from '../stores/view.ts';
import {
  clientItems,
  commandItems,
  foundItems,
  pathItems,
  type PaletteItem,
  recentFrom,
  withRecent,
} from './palette-items.ts';

const KEPT_AS = 'recent-commands';

export function usePaletteItems(typed: string): PaletteItem[] {
  const paths = usePaths();
  const clients = useTraffic((traffic) => traffic.clients);
  const items = useMemo(
    () => [...commandItems(), ...pathItems(paths), ...clientItems(clients ?? [])],
    [paths, clients],
  );
  return useMemo(() => foundItems(items, typed, recentFrom(keptValue(KEPT_AS))), [items, typed]);
}

function usePaths(): readonly string[] {
  const [paths, setPaths] = useState<readonly string[]>([]);
  useEffect(() => {
    const pull = async () => {
      const listed = await call('metadata.list', {});
      if (listed.ok) setPaths(listed.data.items.map(({ path }) => path));
    };
    void pull();
  }, []);
  return paths;
}

/** Closes first, so that what the command focuses keeps the focus. */
export function chooseItem({ id, what }: PaletteItem): void {
  keepValue(KEPT_AS, withRecent(recentFrom(keptValue(KEPT_AS)), id));
  closeOverlay();
  if (what.kind === 'command') runCommand(what.id);
  else if (what.kind === 'path') go('metadata', what.path);
  else go('clients', what.address);
}
