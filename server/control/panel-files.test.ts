// The panel's files over HTTP: types, caching, and nothing outside their directory.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './ask.example.ts';
import { createControl, type Control } from './control.ts';
import { fakeHost } from './host.example.ts';
import { readPanelFile } from './panel-files.ts';

const controls: Control[] = [];
let folder = '';
let port = 0;
let portWithoutPanel = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-panel-'));
  mkdirSync(path.join(folder, 'panel', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'panel', '.env'), 'secret');
  writeFileSync(path.join(folder, 'panel', 'index.html'), '<!doctype html>');
  writeFileSync(path.join(folder, 'panel', 'assets', 'index-Bx3kf9_Z.js'), 'export {};');
  port = await open(path.join(folder, 'panel'));
  portWithoutPanel = await open(null);
});
afterAll(async () => {
  await Promise.all(controls.map((control) => control.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function open(panelDir: string | null): Promise<number> {
  const control = createControl(fakeHost(), { token: 't', panelDir });
  controls.push(control);
  const opened = await control.listenHttp({ port: 0, asked: true });
  return opened.ok ? opened.data.port : 0;
}

test.each(['/', '/index.html', '/?x=1'])('%s is the page, without a token, with its policy', async (target) => {
  const answer = await ask({ port }, { path: target });
  expect(answer).toMatchObject({ status: 200, text: '<!doctype html>', headers: { 'cache-control': 'no-store' } });
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
});

test('a name with a hash may be kept for ever', async () => {
  const answer = await ask({ port }, { path: '/assets/index-Bx3kf9_Z.js' });
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test('HEAD has no body', async () => {
  expect(await ask({ port }, { method: 'HEAD', path: '/' })).toMatchObject({ status: 200, text: '' });
});

describe('outside the directory', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/.env',
    '/index.html%00.txt',
    '/%',
    '/assets',
    '/assets/',
    '/C:/secret.txt',
  ])('%s is not found', async (target) => {
    const answer = await ask({ port }, { path: target });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toBe('secret');
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

test('without a panel, a plain sentence says so', async () => {
  const answer = await ask({ port: portWithoutPanel }, { path: '/' });
  expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  expect(answer.text).toBe('The panel is not built; run "npm run build" and start again.\n');
});

test.each(['nothing', '.', 'index.html/x', 'x'.repeat(5000)])('there is no file %.20s', async (name) => {
  expect(await readPanelFile(path.join(folder, 'panel', name))).toBeNull();
});

test('a file that can not be read for another reason is a throw', async () => {
  await expect(readPanelFile('a\0b')).rejects.toThrow('null bytes');
});
