// The commands that show and change the settings of a run.
import { contract } from '../../../app/contract/contract.ts';
import { readField } from '../../../app/contract/field-word.ts';
import { DEFAULT_SETTINGS } from '../../../app/settings/defaults.ts';
import type { Settings, SettingsPatch } from '../../../app/settings/schema.ts';
import { carryOut, giveUp, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { table, type Terminal, valueText } from '../output.ts';

export type SettingName = keyof Settings;

export function listSettings(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('settings.get', {}, { flags, terminal }, inWords);
}

export async function setSetting(
  name: SettingName,
  value: string,
  flags: ClientFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const settings = readField(contract['settings.patch'].input, name, value);
  return settings.ok ? patch(settings.data, flags, terminal) : giveUp(settings.error, terminal);
}

/** Back to what holds unless somebody says otherwise. */
export function resetSetting(name: SettingName, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return patch({ [name]: DEFAULT_SETTINGS[name] }, flags, terminal);
}

function patch(settings: SettingsPatch, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('settings.patch', settings, { flags, terminal }, inWords);
}

function inWords(settings: Settings): string {
  return table(Object.entries(settings).map(([name, value]) => [name, valueText(value)]));
}
