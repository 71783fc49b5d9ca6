// ec2-metadata-mock as it is shipped: where it may lie, how scripts use it, how it ends, what it follows, and who sees inside.

import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { REPOSITORY } from '../run/command.ts';
import { bundleMock } from './bundle.ts';
import { ask, freePort, listening, start, stop, until, type Ended, type Run } from './run.ts';

const exec = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'ec2-metadata-mock-'));
let mock = '';
let home = '';
let env: Record<string, string> = {};
const runs: Run[] = [];

beforeAll(async () => {
  mock = await bundleMock(folder);
}, 120_000);
beforeEach(() => {
  home = mkdtempSync(path.join(folder, 'home-'));
  env = { HOME: home, METADECK_RUN_DIR: path.join(home, 'run') };
});
afterEach(() => {
  for (const { child } of runs.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(words: string[] = [], more: Record<string, string> = {}): Promise<Run> {
  const port = await freePort();
  const run = start(mock, [...words, '--port', String(port)], { ...env, ...more }, port);
  runs.push(run);
  await listening(run);
  return run;
}

function ending(...words: string[]): Promise<Ended> {
  const run = start(mock, words, env);
  runs.push(run);
  return run.ended;
}

describe('where it lies', () => {
  test.each([
    ['outside a package', null],
    ['in a package without a type', '{}'],
    ['in a package of CommonJS', '{"type":"commonjs"}'],
    ['in a package of ES modules', '{"type":"module"}'],
  ])('%s: copied, linked, and with the suffix .js', async (_name, manifest) => {
    const place = path.join(mkdtempSync(path.join(folder, 'place-')), 'build');
    mkdirSync(place);
    if (manifest !== null) writeFileSync(path.join(place, '..', 'package.json'), manifest);
    const copied = path.join(place, 'ec2-metadata-mock');
    copyFileSync(mock, copied);
    copyFileSync(mock, `${copied}.js`);
    symlinkSync(copied, `${copied}-link`);
    for (const file of [copied, `${copied}.js`, `${copied}-link`]) {
      const { stdout, stderr } = await exec(file, ['--version'], { env: { PATH: process.env.PATH } });
      expect({ stdout, stderr }).toEqual({ stdout: 'v1.13.0', stderr: '' });
    }
  });

  test('alone: it needs nothing beside it', () => {
    expect(readFileSync(mock, 'utf8')).not.toMatch(/\bimport\.meta\b|^import /m);
  });
});

describe.each([['plain'], ['--imdsv2']])('as scripts in bash use it: %s', (mode) => {
  test('start, wait, token, read, kill, and again on the same port', async () => {
    const port = await freePort();
    const words = [
      path.join(import.meta.dirname, 'scripts.sh'),
      mock,
      String(port),
      ...(mode === 'plain' ? [] : [mode]),
    ];
    const { stdout } = await exec('bash', words, { env: { ...env, PATH: process.env.PATH } });
    expect(stdout).toMatch(/^\d+ passed\n$/);
  }, 180_000);
});

describe('output', () => {
  test('what begins is said on standard error, flags on standard output', async () => {
    const run = await serve(['spot', '-d', '10', '-I=false']);
    const { code, out, err } = await stop(run);
    expect(code).toBe(0);
    expect(out).toBe(`\nFlags:\nimdsv2: false\nmock-delay-sec: 10\nport: ${run.port}\n\n`);
    const begin = 'Initiating ec2-metadata-mock for EC2 Spot interruption notice on port';
    expect(err).toMatch(new RegExp(`^\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d ${begin} ${run.port}$`, 'm'));
  });

  test.each([
    [[], 'all mocks'],
    [['se'], 'EC2 Events'],
    [['asg'], 'EC2 ASG Lifecycle'],
  ])('%j says for what', async (words, what) => {
    const run = await serve(words);
    expect(run.err()).toContain(`Initiating ec2-metadata-mock for ${what} on port ${run.port}\n`);
    await stop(run);
  });

  test('without flags standard output stays empty', async () => {
    const port = await freePort();
    const run = start(mock, [], { ...env, AEMM_SERVER_PORT: String(port) }, port);
    runs.push(run);
    await listening(run);
    expect((await stop(run)).out).toBe('');
  });

  test('each request is logged, and no token ever', async () => {
    const run = await serve(['--imdsv2']);
    const headers = { 'X-aws-ec2-metadata-token-ttl-seconds': '60' };
    const { body: token } = await ask(run.port, '/latest/api/token', { method: 'PUT', headers });
    await ask(run.port, `/latest/meta-data/mac?${token}`, { headers: { 'X-aws-ec2-metadata-token': token } });
    const { err } = await stop(run);
    expect(err).toContain('Received request to generate a token\n');
    expect(err).toContain('Token validated!\n');
    expect(err).toContain('Received request to mock static metadata: /latest/meta-data/mac\n');
    expect(err).not.toContain(token.slice(0, 12));
  });
});

describe('listening', () => {
  test('on both families', async () => {
    const run = await serve();
    for (const host of ['127.0.0.1', 'localhost', ...(run.err().includes('EAFNOSUPPORT') ? [] : ['::1'])])
      expect((await ask(run.port, '/latest/meta-data/mac', { host })).body).toBe('0e:49:61:0f:c3:11');
    await stop(run);
  });

  test('a port that is taken: one line, 2', async () => {
    const taken = createServer().listen(0, '0.0.0.0');
    await until(
      () => taken.address(),
      (address) => address !== null,
    );
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, err } = await ending('-p', String(port));
    taken.close();
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`\nError: Port ${port} is [^\n]+\n$`));
    expect(err).not.toMatch(/panic|goroutine|at .*:\d+:\d+/);
  });

  test('a port that is none: one line, 2', async () => {
    const { code, err } = await ending('-p', 'http');
    expect(code).toBe(2);
    expect(err).toMatch(/\nError: "http" is no port; a number from 0 to 65535 is needed\.\n$/);
  });
});

describe('ending', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('at once on %s, and the port is free again', async (signal) => {
    const run = await serve();
    expect((await stop(run, signal)).code).toBe(0);
    const again = start(mock, ['--port', String(run.port)], env, run.port);
    runs.push(again);
    await listening(again);
    await stop(again);
  });
});

const write = (file: string, text: string): void => {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
};
const read = async (run: Run, target: string): Promise<string> => (await ask(run.port, target)).body;

describe('the configuration file', () => {
  test('is followed: values, paths and listings together', async () => {
    const file = path.join(home, 'aemm-config.json');
    write(file, '{"metadata":{"values":{"ami-id":"ami-1"}}}');
    const run = await serve(['-w', '-s']);
    expect(await read(run, '/latest/meta-data/ami-id')).toBe('ami-1');

    write(
      file,
      '{"metadata":{"values":{"ami-id":"ami-2","mac":"02:00:00:00:00:01"},"paths":{"hostname":"/latest/meta-data/own"}}}',
    );
    await until(
      () => read(run, '/latest/meta-data/ami-id'),
      (body) => body === 'ami-2',
    );
    expect(await read(run, '/latest/meta-data/network/interfaces/macs')).toBe('02:00:00:00:00:01/');
    expect(await read(run, '/latest/meta-data/own')).toBe('ip-172-16-34-43.ec2.internal');
    expect(await read(run, '/latest/meta-data')).toContain('\nown\n');
    expect(run.out().match(/Successfully saved/g)).toHaveLength(2);

    writeFileSync(file, '{"metadata":');
    await until(run.err, (err) => err.includes(`${file} has changed and can't be used, so the values before it hold`));
    expect(await read(run, '/latest/meta-data/ami-id')).toBe('ami-2');

    write(file, '{}');
    await until(
      () => read(run, '/latest/meta-data/ami-id'),
      (body) => body === 'ami-0a887e401f7654935',
    );
    expect((await stop(run)).code).toBe(0);
  });

  test('without -w it is read once', async () => {
    const file = path.join(home, 'aemm-config.json');
    write(file, '{"metadata":{"values":{"ami-id":"ami-1"}}}');
    const run = await serve();
    write(file, '{"metadata":{"values":{"ami-id":"ami-2"}}}');
    expect(await read(run, '/latest/meta-data/ami-id')).toBe('ami-1');
    expect(run.out()).toContain(`Using configuration from file:  ${file}\n`);
    await stop(run);
  });
});

const METADECK = path.join(REPOSITORY, 'main', 'cli', 'metadeck.ts');
const metadeck = (...words: string[]) =>
  exec(process.execPath, ['--import', 'tsx', METADECK, ...words], {
    env: { ...env, PATH: process.env.PATH },
    cwd: REPOSITORY,
  });

describe('seen from inside', () => {
  test('metadeck finds it on its socket, and nothing listens beside the mock', async () => {
    const run = await serve(['--mock-delay-sec', '3600']);
    expect(run.err()).toMatch(/Metadeck: .*metadeck status.*metadeck tail.*metadeck panel/);
    const status = JSON.parse((await metadeck('status', '--json')).stdout) as Record<string, unknown>;
    expect(status).toMatchObject({ pid: run.child.pid, control: { http: null }, instance: { preset: 'aemm' } });
    await stop(run);
  });

  test('metadeck tail, interrupt and cancel look into it and drive it', async () => {
    const run = await serve();
    const following = start(process.execPath, ['--import', 'tsx', METADECK, 'tail'], env);
    runs.push(following);
    await until(following.out, (out) => out.includes('/latest/meta-data'));
    await read(run, '/latest/meta-data/mac');
    await until(following.out, (out) => out.includes('GET 200  /latest/meta-data/mac'));
    await stop(following);
    const action = '/latest/meta-data/spot/instance-action';
    expect((await metadeck('interrupt', '--action', 'hibernate')).stdout).toContain('spot interruption (hibernate)');
    expect(await read(run, action)).toContain('"action": "hibernate"');
    expect((await metadeck('cancel')).stdout).toContain('Cancelled spot interruption (hibernate)');
    expect((await ask(run.port, action)).status).toBe(404);
    await stop(run);
  });

  test('metadeck import takes its place, and undo brings it back', async () => {
    const run = await serve();
    const file = path.join(home, 'other.yaml');
    writeFileSync(file, 'metadata:\n  values:\n    ami-id: ami-imported\n');
    expect((await metadeck('import', file)).stdout).toBe(`Took over ${file}; undo brings back what was.\n`);
    expect((await ask(run.port, '/latest/meta-data/ami-id')).body).toBe('ami-imported');
    await metadeck('undo');
    expect((await ask(run.port, '/latest/meta-data/ami-id')).body).toBe('ami-0a887e401f7654935');
    await stop(run);
  });

  test('where no socket can be had it goes on, with a warning', async () => {
    const blocked = path.join(home, 'blocked');
    writeFileSync(blocked, '');
    const run = await serve([], { METADECK_RUN_DIR: path.join(blocked, 'run') });
    expect((await ask(run.port, '/latest/meta-data/mac')).status).toBe(200);
    const { code, err } = await stop(run);
    expect(code).toBe(0);
    expect(err).toMatch(/Warning: .*can't be used for the control socket/);
    expect(err).not.toContain('Metadeck:');
  });
});
