// Paths that follow the value in their name (AEMM's path substitution).
import { describe, expect, test } from 'vitest';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import type { AemmSettings } from './settings.ts';
import { substitutePaths } from './substitute-paths.ts';

const OLD_MAC = '0e:49:61:0f:c3:11';
const NEW_MAC = '02:00:00:00:00:01';
const MACS = '/latest/meta-data/network/interfaces/macs';

function withValues(values: Record<string, string>, paths: Record<string, string> = {}): AemmSettings {
  const { metadata } = AEMM_DEFAULTS;
  const changed = { values: { ...metadata.values, ...values }, paths: { ...metadata.paths, ...paths } };
  return { ...AEMM_DEFAULTS, metadata: changed };
}

function changedPaths(settings: AemmSettings): [string, string][] {
  const { paths } = substitutePaths(settings).settings.metadata;
  return Object.entries(paths).filter(([key, path]) => path !== settings.metadata.paths[key]);
}

test('without a changed value the settings stay the same', () => {
  expect(substitutePaths(AEMM_DEFAULTS)).toEqual({ settings: AEMM_DEFAULTS, notes: [] });
});

describe('each value and the paths that are named after it', () => {
  test('mac: all 20, and not the value of mac-mac', () => {
    const settings = withValues({ mac: NEW_MAC });
    const changed = changedPaths(settings);
    expect(changed).toHaveLength(20);
    expect(changed.every(([key, path]) => key.startsWith('mac-') && path.startsWith(`${MACS}/${NEW_MAC}/`))).toBe(true);
    expect(substitutePaths(settings).settings.metadata.values['mac-mac']).toBe(OLD_MAC);
  });

  test.each([
    ['public-ipv4', '198.51.100.7', 'mac-ipv4-associations', `${MACS}/${OLD_MAC}/ipv4-associations/198.51.100.7`],
    [
      'iam-security-credentials-role',
      'my-role',
      'iam-security-credentials',
      '/latest/meta-data/iam/security-credentials/my-role',
    ],
    [
      'elastic-inference-associations',
      'eia-1',
      'elastic-inference-accelerator',
      '/latest/meta-data/elastic-inference/associations/eia-1',
    ],
  ])('%s', (value, given, key, path) => {
    expect(changedPaths(withValues({ [value]: given }))).toEqual([[key, path]]);
  });

  test('mac and public-ipv4 on the same path', () => {
    const settings = withValues({ mac: NEW_MAC, 'public-ipv4': '198.51.100.7' });
    const { paths } = substitutePaths(settings).settings.metadata;
    expect(paths['mac-ipv4-associations']).toBe(`${MACS}/${NEW_MAC}/ipv4-associations/198.51.100.7`);
  });
});

describe('a path that was given', () => {
  test('wins', () => {
    const settings = withValues({ 'public-ipv4': '198.51.100.7' }, { 'mac-ipv4-associations': '/latest/mine' });
    expect(changedPaths(settings)).toEqual([]);
  });

  test('follows where it holds the default text', () => {
    const settings = withValues(
      { 'public-ipv4': '198.51.100.7' },
      { 'mac-ipv4-associations': '/latest/meta-data/192.0.2.54/mine' },
    );
    expect(changedPaths(settings)).toEqual([['mac-ipv4-associations', '/latest/meta-data/198.51.100.7/mine']]);
  });
});

test('each change is a line of the log, from the path before it', () => {
  const { notes } = substitutePaths(withValues({ 'public-ipv4': '$&' }));
  expect(notes).toEqual([
    `Updating path from ${MACS}/${OLD_MAC}/ipv4-associations/192.0.2.54 to ${MACS}/${OLD_MAC}/ipv4-associations/$&`,
  ]);
});

test('a value that is no text changes nothing', () => {
  const settings = { ...AEMM_DEFAULTS, metadata: { ...AEMM_DEFAULTS.metadata, values: {} } };
  expect(substitutePaths(settings).notes).toEqual([]);
});
