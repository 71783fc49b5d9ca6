// Files that earlier versions of Metadeck wrote, kept as they were.
import { describe, expect, test } from 'vitest';
import { PRESET_NAMES } from '../metadata/presets/names.ts';
import presets from './fixtures/version-1-presets.json' with { type: 'json' };
import saved from './fixtures/version-1.json' with { type: 'json' };
import { readSavedWorld } from './migrate.ts';
import { savedWorld } from './saved.ts';

/** Facts that came after these files; what they said before there was the fact. */
const LATER = { billingProducts: null, dhcpDomain: null, credentialRotationSeconds: 3600 };

function withLater<Given extends { facts: object }>(instance: Given) {
  return { ...instance, rotation: null, facts: { ...instance.facts, ...LATER } };
}

function asRead<File extends { instances: { facts: object }[] }>(file: File) {
  return { ...file, instances: file.instances.map(withLater) };
}

const throughFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a file of version 1', () => {
  test.each([
    ['two instances with events, edits and a route', saved],
    ['an instance of each preset', presets],
  ])('with %s opens as it is', (_name, file) => {
    expect(readSavedWorld(file)).toEqual({ ok: true, data: asRead(file) });
  });

  test('is written as version 3 at the next save, and comes back', () => {
    const read = readSavedWorld(saved);
    if (!read.ok) throw new Error(read.error.message);
    const written = throughFile(savedWorld(read.data));
    expect(written).toMatchObject({ version: 3, routing: saved.routing });
    expect(readSavedWorld(written)).toEqual({ ok: true, data: asRead(saved) });
  });
});

/** A preset's values are part of the form: what changes goes into version-2.ts, so that files of version 2 keep what they had. */
test.each(PRESET_NAMES)('an instance of %s that was saved with no difference still has the values it had', (preset) => {
  const was = presets.instances.find((one) => one.preset === preset);
  const { name, createdAt } = was ?? { name: '', createdAt: 0 };
  const file = { version: 2, instances: [{ name, preset, createdAt }], routing: [] };
  expect(readSavedWorld(file)).toEqual({
    ok: true,
    data: { version: 1, instances: was ? [withLater(was)] : [], routing: [] },
  });
});
