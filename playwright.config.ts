// End-to-end tests: the panel in a real Chromium, the window in a real Electron, and the pictures for the documents.

import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/run/browser.ts';
import { isRoot } from './e2e/run/command.ts';

/** No connections of the browser's own: a closed network refuses them by the dozen, and they are no part of the test. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

const executablePath = findBrowser();

export default defineConfig({
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: 'list',
  use: {
    // Chromium refuses to sandbox as root.
    launchOptions: {
      args: isRoot() ? ['--no-sandbox', ...QUIET] : QUIET,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'panel', testDir: 'e2e/panel', outputDir: 'test-results/panel' },
    { name: 'electron', testDir: 'e2e/electron', outputDir: 'test-results/electron' },
    { name: 'screenshots', testDir: 'e2e/pictures', outputDir: 'test-results/screenshots' },
  ],
});
