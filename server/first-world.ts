// The world that a run begins with: the saved one, or the preset's; a damaged file is moved aside and said.
import * as z from 'zod';
import { completePast } from '../app/events/finish.ts';
import { presetInstance } from '../app/metadata/presets.ts';
import type { PresetName } from '../app/metadata/preset-names.ts';
import { type World, world as worldSchema } from '../app/world.ts';
import { worldIssues } from '../app/world-check.ts';
import { moveAside, readJson } from './storage.ts';

type Wanted = { preset: PresetName; httpTokens?: 'optional' | 'required'; worldFile?: string };

/** `warn` hears one sentence when a file could not be used; nobody's file is lost. */
export function firstWorld(wanted: Wanted, now: number, warn: (text: string) => void): World {
  const saved = wanted.worldFile === undefined ? undefined : savedWorld(wanted.worldFile, now, warn);
  const opened = saved && { ...saved, instances: saved.instances.map((instance) => completePast(instance, now)) };
  return withTokens(opened ?? presetWorld(wanted.preset, now), wanted.httpTokens);
}

export function presetWorld(preset: PresetName, now: number): World {
  return { version: 1, instances: [presetInstance(preset, now)], routing: [] };
}

function savedWorld(file: string, now: number, warn: (text: string) => void): World | undefined {
  const stored = readJson(file, new Date(now));
  switch (stored.kind) {
    case 'none':
      return undefined;
    case 'unreadable':
      warn(`${stored.reason} Metadeck goes on with its defaults.`);
      return undefined;
    case 'damaged':
      warn(`${stored.reason} It was moved to ${stored.movedTo}; Metadeck goes on with its defaults.`);
      return undefined;
    case 'value':
      return checked(file, stored.value, now, warn);
  }
}

function checked(file: string, value: unknown, now: number, warn: (text: string) => void): World | undefined {
  const parsed = worldSchema.safeParse(value);
  const problem = parsed.success ? worldIssues(parsed.data)[0]?.message : firstMessage(parsed.error);
  if (parsed.success && problem === undefined) return parsed.data;
  const movedTo = moveAside(file, new Date(now));
  warn(
    `${file} holds no valid world (${problem ?? 'unknown'}). It was moved to ${movedTo}; Metadeck goes on with its defaults.`,
  );
  return undefined;
}

function firstMessage(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : 'it does not fit the schema';
}

function withTokens(given: World, httpTokens: 'optional' | 'required' | undefined): World {
  if (httpTokens === undefined) return given;
  return {
    ...given,
    instances: given.instances.map((instance) => ({ ...instance, options: { ...instance.options, httpTokens } })),
  };
}
