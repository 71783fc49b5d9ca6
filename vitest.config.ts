// Unit tests: every x.test.ts beside its x.ts. They need no browser and no network.

import { defineConfig } from 'vitest/config';

const FOLDERS = ['app', 'server', 'main', 'renderer', 'lint', 'e2e/run', 'e2e/clients', 'e2e/mock'];

export default defineConfig({
  test: {
    include: FOLDERS.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    environment: 'node',
    // Many tests wait for processes of their own, so no processor is kept free.
    maxWorkers: '100%',
    // No test waits for time to pass; this only ends one that hangs, on a machine that may be busy.
    testTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
