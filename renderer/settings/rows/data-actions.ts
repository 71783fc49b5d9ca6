// What the rows of Data do.
import { DEFAULT_SETTINGS } from '../../../app/settings/defaults.ts';
import type { Settings } from '../../../app/settings/schema.ts';
import { act } from '../../control/control.ts';
import { tellUndoable } from '../../notices/actions.ts';
import { changeSetting } from '../../control/change-setting.ts';
import { pullStatus } from '../../control/pull-status.ts';
import { settingNow } from '../../stores/settings.ts';
import { tell } from '../../components/toasts.tsx';

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
