// What the rows of Data do.
import type { Input } from '../../../app/contract.ts';
import type { Failure } from '../../../app/result.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../app/settings.ts';
import { world } from '../../../app/world.ts';
import { act, call } from '../../control/control.ts';
import { pullEvents } from '../../stores/world.ts';
import { pullStatus } from '../../stores/status.ts';
import { changeSetting, settingNow } from '../../stores/settings.ts';
import { tell } from '../../stores/toasts.tsx';
import { tellUndoable } from '../../events/actions.ts';

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

/** What came of a file: what is wrong with it, or what of it nobody understands. */
export type Imported = { problem: string | null; warnings: readonly string[] };

/** Takes over a world that was exported, or an AEMM configuration; a problem names the line or field that is wrong. */
export async function importFile({ name, text }: Input<'world.import'>): Promise<Imported> {
  const exported = worldIn(text);
  return exported === undefined ? importConfiguration({ name, text }) : importWorld(exported);
}

/** What is JSON and has a world's own fields, which no AEMM configuration has; undefined for anything else. */
function worldIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('version' in value || 'instances' in value)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

async function importWorld(exported: unknown): Promise<Imported> {
  const parsed = world.safeParse(exported);
  if (!parsed.success) return refused(fieldProblem(parsed.error.issues));
  const taken = await call('world.put', parsed.data);
  return taken.ok ? tookOver('Imported the world', []) : refused(failureText(taken.error));
}

async function importConfiguration(file: Input<'world.import'>): Promise<Imported> {
  const taken = await call('world.import', file);
  if (!taken.ok) return refused(taken.error.message);
  return tookOver('Imported the AEMM configuration', taken.data.warnings);
}

function refused(problem: string): Imported {
  return { problem, warnings: [] };
}

async function tookOver(message: string, warnings: readonly string[]): Promise<Imported> {
  await Promise.all([pullEvents(), pullStatus()]);
  tellUndoable(message);
  return { problem: null, warnings };
}

function failureText({ message, issues = [] }: Failure): string {
  return [message, ...issues.map((issue) => issue.message)].join(' ');
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
