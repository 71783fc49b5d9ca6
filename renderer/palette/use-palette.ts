// The palette's items, what of them is recent, and what choosing one does.
import { useEffect, useMemo, useState } from 'react';
import { runCommand } from '../commands/dispatch.ts';
import { call } from '../control/control.ts';
import { scheduleMaintenance, setAudience, setLifecycleState } from '../notices/actions.ts';
import { keepValue, keptValue } from '../stores/kept.ts';
import { closeOverlay, openDoc, openPreset } from '../stores/overlay.ts';
import { useTraffic } from '../stores/traffic.ts';
import { go } from '../stores/view.ts';
import {
  choiceItems,
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
    () => [...commandItems(), ...choiceItems(), ...pathItems(paths), ...clientItems(clients ?? [])],
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
export function chooseItem({ id, what }: PaletteItem): unknown {
  keepValue(KEPT_AS, withRecent(recentFrom(keptValue(KEPT_AS)), id));
  closeOverlay();
  switch (what.kind) {
    case 'command':
      return runCommand(what.id);
    case 'preset':
      return openPreset(what.name);
    case 'audience':
      return setAudience(what.rule);
    case 'maintenance':
      return scheduleMaintenance(what.code);
    case 'lifecycle':
      return setLifecycleState(what.state);
    case 'doc':
      return openDoc(what.name);
    case 'path':
      return go('metadata', what.path);
    case 'client':
      return go('clients', what.address);
  }
}
