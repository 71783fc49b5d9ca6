// The packaged application: what it needs, nothing else, locked down, and it opens.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { listArchive, readFromArchive } from './archive.ts';
import { REPOSITORY } from './executable.ts';
import { endpointOf, test } from './fixtures.ts';
import { readFuses } from './fuses.ts';

const RELEASE = path.join(REPOSITORY, 'release');
const FOLDER = path.join(RELEASE, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
const ARCHIVE = path.join(FOLDER, 'resources', 'app.asar');

/** Every file that may be in the archive. */
const ALLOWED = [
  /^dist\/electron\/(main|preload)\.cjs$/,
  /^dist\/panel\/index\.html$/,
  /^dist\/panel\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
  /^main\/electron\/icons\/icon\.png$/,
  /^(package\.json|LICENSE)$/,
];

test.skip(process.platform !== 'linux', 'the package is looked at on Linux only');
test.skip(!existsSync(ARCHIVE), 'nothing is packaged: run npm run package');

test('it holds the built application', () => {
  const files = listArchive(ARCHIVE);
  expect(files).toEqual(
    expect.arrayContaining(['dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/panel/index.html', 'LICENSE']),
  );
  expect(files.filter((file) => file.startsWith('dist/panel/assets/')).length).toBeGreaterThan(1);
});

test('it holds no more: no sources, no packages, no tests, no maps', () => {
  const more = listArchive(ARCHIVE).filter((file) => !ALLOWED.some((allowed) => allowed.test(file)));
  expect(more).toEqual([]);
});

test('it is the build that is there now', () => {
  for (const file of ['dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/panel/index.html']) {
    expect(readFromArchive(ARCHIVE, file)).toEqual(readFileSync(path.join(REPOSITORY, file)));
  }
});

test('its manifest starts the window and needs no packages', () => {
  const manifest = JSON.parse(readFromArchive(ARCHIVE, 'package.json').toString()) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'metadeck', main: 'dist/electron/main.cjs' });
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies', 'scripts']));
});

test('beside the archive there is no other application', () => {
  expect(readdirSync(path.join(FOLDER, 'resources'))).toEqual(['app.asar']);
  expect(existsSync(path.join(FOLDER, 'metadeck'))).toBe(true);
});

test('it is no Node, and takes no orders from NODE_OPTIONS or --inspect', () => {
  expect(readFuses(path.join(FOLDER, 'metadeck'))).toMatchObject({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
});

test('a page from file: would be no better than one from the web, where this Electron can say so', () => {
  const { grantFileProtocolExtraPrivileges = false } = readFuses(path.join(FOLDER, 'metadeck'));
  expect(grantFileProtocolExtraPrivileges).toBe(false);
});

test('the archive opens the Deck and answers', async ({ open }) => {
  const { page } = await open({ archive: ARCHIVE });
  await expect(page.getByRole('button', { name: 'Interrupt now' })).toBeVisible();
  const endpoint = await endpointOf(page);
  expect((await fetch(`${endpoint}/latest/meta-data/instance-id`)).status).toBe(200);
});
