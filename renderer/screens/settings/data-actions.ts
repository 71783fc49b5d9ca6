// What the rows of Data do.
import { DEFAULT_SETTINGS, type Settings } from '../../../app/settings.ts';
import { world } from '../../../app/world.ts';
import { act, call } from '../../control/control.ts';
import { pullEvents } from '../../stores/world.ts';
import { pullStatus } from '../../stores/status.ts';
import { changeSetting, settingNow } from '../../stores/settings.ts';
import { tell } from '../../stores/toasts.tsx';
import { tellUndoable } from '../../events/actions.ts';
import { jsonProblem } from './checks.ts';

export async function exportWorld(): Promise<void> {
  const exported = await act('world.get', {});
  if (exported === null) return;
  const blob = new Blob([`${JSON.stringify(exported, null, 2)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'metadeck-world.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A sentence that says which line or field is wrong; null when the world was taken over. */
export async function importWorld(text: string): Promise<string | null> {
  const broken = jsonProblem(text);
  if (broken !== null) return broken;
  const parsed = world.safeParse(JSON.parse(text));
  if (!parsed.success) return fieldProblem(parsed.error.issues);
  const taken = await call('world.put', parsed.data);
  if (!taken.ok) return [taken.error.message, ...(taken.error.issues ?? []).map(({ message }) => message)].join(' ');
  await Promise.all([pullEvents(), pullStatus()]);
  tellUndoable('Imported the world');
  return null;
}

/** The first field that is wrong, by its place in the file. */
function fieldProblem([first]: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const at = first === undefined || first.path.length === 0 ? 'The file' : first.path.map(String).join('.');
  return `${at}: ${first?.message ?? 'this is no world.'}`;
}

export async function resetMetadata(): Promise<void> {
  const done = await act('metadata.reset', { under: '' });
  if (done === null) return;
  if (done.changed.length === 0) {
    tell('Nothing differs from the preset');
    return;
  }
  await pullStatus();
  tellUndoable('Reset the metadata to its preset');
}

export async function resetSettings(): Promise<void> {
  const names = Object.keys(DEFAULT_SETTINGS).filter(isName);
  for (const name of names) {
    // Where it listens now is no whim: a run that was told its port keeps it until its own row is reset.
    if (name !== 'port' && name !== 'host' && differs(name)) await changeSetting(name, DEFAULT_SETTINGS[name]);
  }
  tell('Settings are as they came; address and port were left alone');
}

function differs(name: keyof Settings): boolean {
  return JSON.stringify(settingNow(name)) !== JSON.stringify(DEFAULT_SETTINGS[name]);
}

function isName(name: string): name is keyof Settings {
  return name in DEFAULT_SETTINGS;
}
