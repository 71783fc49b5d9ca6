// The real commands as processes against a real `metadeck serve`: output, exit codes, signals.
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Child,
  endAll,
  ENV,
  fetched,
  finished,
  folder,
  line,
  run,
  type Served,
  serve,
  SLOW,
  start,
} from './process.example.ts';

const METADECK = path.join(import.meta.dirname, 'metadeck.ts');

let server: Child;
let served: Served;
beforeAll(async () => {
  ({ child: server, served } = await serve());
}, SLOW);
afterAll(endAll);

describe('serve', () => {
  test('says where it is in its first line', () => {
    expect(Object.keys(served)).toEqual(['endpoint', 'control', 'token', 'pid']);
    expect(served.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(served.control).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(served.token).toMatch(/^[\w-]{43}$/);
    expect(served.pid).toBe(server.pid);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', { timeout: SLOW }, async (signal) => {
    const { child, served: own } = await serve();
    expect(existsSync(path.join(ENV.METADECK_RUN_DIR, `serve-${own.pid}.sock`))).toBe(true);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(existsSync(path.join(ENV.METADECK_RUN_DIR, `serve-${own.pid}.sock`))).toBe(false);
  });

  test(
    'for people it prints the endpoint and the panel with its token, and the token nowhere else',
    { timeout: SLOW },
    async () => {
      const child = start(['serve', '--port', '0', '--control-port', '0', '--imdsv2'], { METADECK_TOKEN: 'given' });
      let out = '';
      child.stdout.on('data', (text: string) => (out += text));
      await expect.poll(() => out, { timeout: SLOW }).toContain('Ctrl+C');
      child.kill('SIGTERM');
      const ended = await finished(child);
      expect(out).toMatch(/Endpoint {2}http:\/\/127\.0\.0\.1:\d+ /);
      expect(out).toMatch(/Panel {5}http:\/\/127\.0\.0\.1:\d+\/#token=given\n/);
      expect(ended).toMatchObject({ code: 0, err: '' });
    },
  );

  test('a token that fits no header is refused', { timeout: SLOW }, async () => {
    const ended = await finished(
      start(['serve', '--port', '0', '--control-port', '0'], { METADECK_TOKEN: 'my token' }),
    );
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^metadeck: METADECK_TOKEN may have only ASCII characters without blanks; .*\.\n$/);
  });

  test('keeps the world in a file, and moves a damaged one aside', { timeout: SLOW }, async () => {
    const file = path.join(folder, 'world.json');
    writeFileSync(file, '{ "version": ');
    const { child, served: own } = await serve('--world', file);
    const damaged = readdirSync(folder).filter((name) => name.includes('damaged'));
    expect(damaged).toHaveLength(1);
    expect(damaged[0]).toMatch(/^world\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.damaged\.json$/);
    expect(await run('set', 'meta-data/instance-type', 'c7g.large', '--pid', String(own.pid))).toMatchObject({
      code: 0,
    });
    child.kill('SIGTERM');
    await once(child, 'close');
    const again = await serve('--world', file);
    expect(await fetched(`${again.served.endpoint}/latest/meta-data/instance-type`)).toBe('c7g.large');
    again.child.kill('SIGTERM');
    await once(again.child, 'close');
  });
});

describe('a world that a newer Metadeck saved', () => {
  test('is refused in one sentence, and stays as it is', { timeout: SLOW }, async () => {
    const file = path.join(folder, 'newer.json');
    writeFileSync(file, '{"version": 4}');
    const ended = await finished(start(['serve', '--port', '0', '--control-port', '0', '--world', file]));
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toBe(
      `metadeck: ${file} is of version 4, which a newer Metadeck saved; this one reads up to version 3, so it was left as it is.\n`,
    );
    expect(readFileSync(file, 'utf8')).toBe('{"version": 4}');
  });
});

describe('what is fired can be asked for', () => {
  test('interrupt, cancel, undo, redo', { timeout: SLOW }, async () => {
    const url = `${served.endpoint}/latest/meta-data/spot/instance-action`;
    expect(await run('interrupt', '--action', 'stop')).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(await fetched(url))).toMatchObject({ action: 'stop' });
    expect(await run('cancel')).toMatchObject({ code: 0 });
    expect(await fetched(url)).toContain('404');
    expect((await run('undo')).out).toMatch(/^Undone: .+\.\n$/);
    expect(JSON.parse(await fetched(url))).toMatchObject({ action: 'stop' });
    expect((await run('redo')).out).toMatch(/^Redone: .+\.\n$/);
    expect(await run('cancel')).toEqual({
      code: 1,
      out: '',
      err: 'metadeck: There is no unfinished event to cancel.\n',
    });
  });

  test('withdraw takes one event away, ended or not, or all', { timeout: SLOW }, async () => {
    const fired = await run('maintenance', 'system-reboot', '--json');
    const [{ id }] = (JSON.parse(fired.out) as { events: [{ id: string }] }).events;
    await run('cancel', id);
    expect((await run('withdraw', id)).out).toBe(`Withdrew maintenance (system-reboot) ${id}.\n`);
    expect(await run('withdraw', id)).toMatchObject({ code: 1, out: '' });
    await run('rebalance');
    expect((await run('withdraw', '--all')).out).toMatch(/^Withdrew \d+ events?\.\n$/);
    expect(await fetched(`${served.endpoint}/latest/meta-data/events/recommendations/rebalance`)).toContain('404');
  });

  test('get gives the bytes of a client', { timeout: SLOW }, async () => {
    const type = await fetched(`${served.endpoint}/latest/dynamic/instance-identity/document`);
    expect(await run('get', '/latest/dynamic/instance-identity/document')).toEqual({ code: 0, out: type, err: '' });
    const missing = await run('get', 'meta-data/nowhere');
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toMatch(/^metadeck: 404 .+\n$/);
  });

  test('status as JSON is what the contract says', { timeout: SLOW }, async () => {
    const { out } = await run('status', '--json');
    expect(JSON.parse(out)).toMatchObject({ endpoint: served.endpoint, pid: served.pid });
  });

  test('--control reaches it with its token, and nobody without', { timeout: SLOW }, async () => {
    const withToken = (token: string) =>
      finished(start(['status', '--json', '--control', served.control], { METADECK_TOKEN: token }));
    expect(await withToken(served.token)).toMatchObject({ code: 0 });
    const wrong = await withToken('wrong');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('token is missing or wrong');
    expect((await withToken('')).err).toContain('METADECK_TOKEN');
  });
});

describe('options', () => {
  test('are shown, and changed live', { timeout: SLOW }, async () => {
    expect((await run('options')).out).toMatch(/^HttpTokens +optional\nHttpEndpoint +enabled\n/);
    const flags = ['--http-tokens', 'required', '--http-endpoint', 'disabled', '--hop-limit', '2'];
    const changed = await run('options', ...flags, '--ipv6', 'enabled', '--tags', 'disabled', '--json');
    expect(JSON.parse(changed.out)).toEqual({
      httpTokens: 'required',
      httpEndpoint: 'disabled',
      httpPutResponseHopLimit: 2,
      httpProtocolIpv6: 'enabled',
      instanceMetadataTags: 'disabled',
    });
    expect((await run('undo')).out).toBe('Undone: changed metadata options.\n');
  });

  test('serve begins with those that its flags name', { timeout: SLOW }, async () => {
    const { child, served: own } = await serve('--imdsv2', '--tags', 'disabled');
    const { out } = await run('options', '--json', '--pid', String(own.pid));
    expect(JSON.parse(out)).toMatchObject({ httpTokens: 'required', instanceMetadataTags: 'disabled' });
    child.kill('SIGTERM');
    await once(child, 'close');
  });

  test('what can not be is refused in one line', { timeout: SLOW }, async () => {
    expect(await run('options', '--hop-limit', '65')).toMatchObject({ code: 2, out: '' });
    expect(await run('serve', '--imdsv2', '--http-tokens', 'optional')).toMatchObject({ code: 2, out: '' });
  });
});

describe('tail', () => {
  test('shows what comes, and ends on SIGINT without a word', { timeout: SLOW }, async () => {
    const child = start(['tail', '--json', '--filter', '/latest/meta-data/ami-id']);
    const ended = finished(child);
    let seen = '';
    child.stdout.on('data', (text: string) => (seen += text));
    await expect
      .poll(
        async () => {
          await fetched(`${served.endpoint}/latest/meta-data/ami-id`);
          return seen;
        },
        { timeout: SLOW },
      )
      .toContain('\n');
    child.kill('SIGINT');
    const { code, out, err } = await ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const row of out.trim().split('\n'))
      expect(JSON.parse(row)).toMatchObject({ target: '/latest/meta-data/ami-id', status: 200 });
  });

  test('ends quietly when its reader has read enough', { timeout: SLOW }, async () => {
    await fetched(`${served.endpoint}/latest/meta-data/ami-id`);
    const child = start(['tail']);
    await line(child);
    child.stdout.destroy();
    while (child.exitCode === null && child.signalCode === null) await fetched(`${served.endpoint}/latest/`);
    expect(child.exitCode).toBe(0);
  });

  test('says that the run has ended', { timeout: SLOW }, async () => {
    const own = await serve();
    await fetched(`${own.served.endpoint}/latest/`);
    const child = start(['tail', '--pid', String(own.served.pid)]);
    const ended = finished(child);
    await once(child.stdout, 'data');
    own.child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 1, err: 'metadeck: This run of Metadeck has ended.\n' });
  });
});

test('panel opens a port of its own with a token of its own', { timeout: SLOW }, async () => {
  const child = start(['panel', '--json']);
  const { panel } = JSON.parse(await line(child)) as { panel: string };
  const { origin, hash } = new URL(panel);
  expect(hash).toMatch(/^#token=[\w-]{43}$/);
  expect(hash).not.toContain(served.token);
  expect(await fetched(`${origin}/v1/status`)).toContain('UNAUTHORIZED');
  child.kill('SIGINT');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

test('several runs: a list, unless one is named', { timeout: SLOW }, async () => {
  const other = await serve();
  const ended = await run('status');
  expect(ended).toMatchObject({ code: 1, out: '' });
  for (const pid of [served.pid, other.served.pid]) expect(ended.err).toContain(`  ${pid}  serve  http://`);
  const { out } = await run('status', '--json', '--pid', String(other.served.pid));
  expect(JSON.parse(out)).toMatchObject({ pid: other.served.pid });
  other.child.kill('SIGTERM');
  await once(other.child, 'close');
});

test.runIf(existsSync('/dev/full'))(
  'output that can not be written is a failure, said in one line',
  { timeout: SLOW },
  async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, ['--import', 'tsx', METADECK, 'status'], {
      env: ENV,
      stdio: ['ignore', full, 'pipe'],
    });
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    const [code] = (await once(child, 'close')) as [number | null];
    closeSync(full);
    expect({ code, err }).toEqual({ code: 1, err: 'metadeck: The output could not be written: the disk is full.\n' });
  },
);

describe('certificate', () => {
  test('of a run, and where none runs, is the same', { timeout: SLOW }, async () => {
    const { code, out } = await run('certificate');
    expect(code).toBe(0);
    expect(out).toMatch(/^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n$/);
    const alone = await finished(start(['certificate'], { METADECK_RUN_DIR: path.join(folder, 'empty') }));
    expect(alone).toEqual({ code: 0, out, err: '' });
  });

  test('as JSON has its fingerprint, and never the key', { timeout: SLOW }, async () => {
    const { out } = await run('certificate', '--json');
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['certificate', 'fingerprint', 'validFrom', 'validTo']);
    expect(out).not.toContain('PRIVATE');
  });

  test('of a run that is not there is not made up', { timeout: SLOW }, async () => {
    const ended = await finished(
      start(['certificate', '--pid', '1'], { METADECK_RUN_DIR: path.join(folder, 'empty') }),
    );
    expect(ended).toMatchObject({ code: 1, out: '' });
  });
});

test('none: what to do', { timeout: SLOW }, async () => {
  const ended = await finished(start(['status'], { METADECK_RUN_DIR: path.join(folder, 'empty') }));
  expect(ended).toEqual({
    code: 1,
    out: '',
    err: 'metadeck: No running Metadeck was found; start one with "metadeck serve".\n',
  });
});

test.runIf(process.platform === 'linux')(
  'start without a display says so and serves the panel',
  { timeout: SLOW },
  async () => {
    const child = start(
      ['--port', '0', '--control-port', '0', '--json'],
      { DISPLAY: '', WAYLAND_DISPLAY: '' },
      'start',
    );
    const ended = finished(child);
    let out = '';
    child.stdout.on('data', (text: string) => (out += text));
    await expect.poll(() => out, { timeout: SLOW }).toContain('endpoint');
    child.kill('SIGTERM');
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(err).toBe('metadeck: No window, since there is no display; open the panel in a browser instead.\n');
  },
);
