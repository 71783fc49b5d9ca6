// The arrows between the folders, one case each: what each folder may import, and the nearest thing it may not.

import { describe, expect, test } from 'vitest';
import { refusal } from './imports.js';

const ALLOWED: [file: string, specifier: string][] = [
  ['app/answer/respond.ts', 'zod'],
  ['app/events/spot.ts', '../traffic.ts'],
  ['app/answer/respond.test.ts', 'vitest'],
  ['app/answer/respond.test.ts', 'fast-check'],
  ['server/imds/app.ts', '../../app/answer/respond.ts'],
  ['server/imds/app.ts', 'koa'],
  ['server/world-store.ts', 'zustand/vanilla'],
  ['app/answer/dialects.ts', '../aemm/dialect.ts'],
  ['app/world/world.ts', '../aemm/settings.ts'],
  ['app/aemm/site.ts', './pages.ts'],
  ['server/aemm/resolve.ts', '../../app/aemm/defaults/defaults.ts'],
  ['server/storage/write-json.ts', 'node:fs'],
  ['server/aemm/formats.ts', 'yaml'],
  ['main/mock/run.ts', '../../server/aemm/resolve.ts'],
  ['server/storage.test.ts', 'vitest'],
  ['server/storage.test.ts', './runtime.example.ts'],
  ['server/runtime.example.ts', './clock.example.ts'],
  ['main/cli/metadeck.ts', '../../server/runtime.ts'],
  ['main/cli/metadeck.ts', 'commander'],
  ['main/electron/main.ts', '../../app/world/world.ts'],
  ['main/electron/main.ts', 'electron'],
  ['renderer/main.tsx', '../app/contract/contract.ts'],
  ['renderer/main.tsx', '@mantine/core/styles.css'],
  ['renderer/main.tsx', './theme.ts'],
  ['renderer/stores/status.ts', './log/log.ts'],
  ['renderer/stores/status.ts', '../../app/contract/server.ts'],
  ['renderer/stores/log/log.ts', '../kept.ts'],
  ['renderer/control/pull-status.ts', '../stores/status.ts'],
  ['renderer/start.tsx', './commands/run.ts'],
  ['renderer/commands/run.test.ts', './run.ts'],
  ['renderer/shell/rail.tsx', '../commands/dispatch.ts'],
  ['e2e/panel/deck.spec.ts', '@playwright/test'],
  ['vite.config.ts', 'vite'],
];

const REFUSED: [file: string, specifier: string][] = [
  ['app/answer/respond.ts', 'node:fs'],
  ['app/answer/respond.ts', 'koa'],
  ['app/answer/respond.ts', 'vitest'],
  ['app/answer/respond.ts', '../../server/runtime.ts'],
  ['app/answer/respond.test.ts', 'node:fs'],
  ['server/runtime.ts', '../main/cli/output.ts'],
  ['server/runtime.ts', '../renderer/theme.ts'],
  ['server/runtime.ts', 'zustand'],
  ['server/runtime.ts', './clock.example.ts'],
  ['app/events/fire.ts', '../aemm/events.ts'],
  ['app/answer/respond.ts', '../aemm/dialect.ts'],
  ['server/aemm/import.ts', '../../main/mock/config/file.ts'],
  ['server/runtime.ts', 'electron'],
  ['main/cli/metadeck.ts', '../electron/window.ts'],
  ['main/cli/metadeck.ts', 'electron'],
  ['main/electron/main.ts', '../cli/output.ts'],
  ['main/electron/main.ts', 'koa'],
  ['renderer/main.tsx', '../server/runtime.ts'],
  ['renderer/main.tsx', 'node:fs'],
  ['renderer/main.tsx', 'electron'],
  ['renderer/stores/status.ts', '../control/control.ts'],
  ['renderer/stores/status.ts', '../components/toasts.tsx'],
  ['renderer/stores/log/log.ts', '../../control/pull-log.ts'],
  ['renderer/stores/status.ts', '@mantine/core'],
  ['renderer/control/control.ts', '../components/toasts.tsx'],
  ['renderer/shell/rail.tsx', '../commands/run.ts'],
  ['renderer/commands/bind.ts', './run.ts'],
  ['server/runtime.test.ts', '../e2e/panel/deck.spec.ts'],
  ['e2e/panel/deck.spec.ts', '../../app/world/world.ts'],
  ['e2e/panel/deck.spec.ts', '../../server/runtime.ts'],
];

describe('who may import what', () => {
  test.each(ALLOWED)('%s may import %s', (file, specifier) => {
    expect(refusal(file, specifier)).toBeUndefined();
  });

  test.each(REFUSED)('%s may not import %s', (file, specifier) => {
    expect(refusal(file, specifier)).toMatch(/may import only/);
  });

  test('the end-to-end tests take types from app, and no more', () => {
    expect(refusal('e2e/panel/deck.spec.ts', '../../app/world/world.ts', true)).toBeUndefined();
    expect(refusal('e2e/panel/deck.spec.ts', '../../server/runtime.ts', true)).toContain('only types from: app');
  });
});
