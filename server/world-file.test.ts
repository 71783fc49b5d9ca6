// The file of a world: kept for the next run, opened by one at a time, and never lost when it can't be used.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { hostname, tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { presetWorld } from './first-world.ts';
import { rawAsk } from './imds/raw-ask.example.ts';
import { type ExampleRuntime, START, startedRuntime } from './runtime.example.ts';
import { openedWorldFile } from './world-file.example.ts';
import { openWorldFile, putWorldFile, type WorldFile } from './world-file.ts';

const running: ExampleRuntime[] = [];
const opened: WorldFile[] = [];
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'metadeck-test-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ runtime }) => runtime.stop()));
  for (const one of opened.splice(0)) one.close();
  rmSync(dir, { recursive: true });
});

const now = (): number => START;
const WORLD = presetWorld('spot', START);
const onWindows = process.platform === 'win32';

function file(name = 'world.json'): string {
  return path.join(dir, name);
}

/** Node has no call for it. */
function makeFifo(at: string): void {
  execFileSync('/usr/bin/env', ['mkfifo', at]);
}

/** A run on the file. */
async function started(at = file()): Promise<ExampleRuntime> {
  const example = await startedRuntime({ worldFile: await openedWorldFile(at, now) });
  running.push(example);
  return example;
}

/** The file without a run. */
async function open(at = file(), readOnly = false): Promise<WorldFile> {
  const result = await openWorldFile(at, { readOnly, now });
  if (!result.ok) throw new Error(result.error.message);
  opened.push(result.data);
  return result.data;
}

/** Why it is refused. */
async function refused(at = file(), readOnly = false): Promise<string> {
  const result = await openWorldFile(at, { readOnly, now });
  if (result.ok) throw new Error('It was opened.');
  return result.error.message;
}

describe('a world file', () => {
  test('keeps the world for the next run, readable by the user alone', async () => {
    const first = await started();
    await first.did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await first.did('events.maintenance', { code: 'instance-stop' });
    await first.runtime.stop();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const second = await started();
    expect(await second.did('world.get')).toEqual(await first.did('world.get'));
    expect(second.runtime.status()).toMatchObject({ warnings: [], undo: null });
  });

  test('holds no token and no key', async () => {
    const { did, port, runtime } = await started();
    await rawAsk(port(), ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60']);
    await did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await runtime.stop();
    expect(Object.keys(JSON.parse(readFileSync(file(), 'utf8')) as object).sort()).toEqual([
      'instances',
      'routing',
      'version',
    ]);
  });

  test('opened after an action time, the event has been completed, and the log says so', async () => {
    const first = await started();
    const fired = await first.did('events.interrupt', { noticeInSeconds: 0 });
    await first.did('events.maintenance', { code: 'instance-stop' });
    await first.did('events.skip', { to: 'action' });
    await first.runtime.stop();
    const second = await started();
    expect((await second.did('events.list')).items).toMatchObject([{ phase: 'noticed' }, { phase: 'completed' }]);
    expect((await second.did('requests.list', {})).items).toMatchObject([
      { kind: 'event', event: fired.events[0]?.id, what: 'completed' },
    ]);
  });

  test.each([
    ['no JSON', '{"version": 1,'],
    ['no world', '{"version": 1}'],
    ['a world that contradicts itself', JSON.stringify(WORLD).replace('"region":"us-east-1"', '"region":"eu-west-1"')],
  ])('with %s is moved aside with its time in the name, said, and defaults are used', async (_name, text) => {
    writeFileSync(file(), text);
    const { did, runtime } = await started();
    const aside = 'world.2024-08-01T11-59-00Z.damaged.json';
    expect(readdirSync(dir).sort()).toEqual([aside, 'world.json.lock']);
    expect(readFileSync(file(aside), 'utf8')).toBe(text);
    const { warnings } = runtime.status();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.text).toContain(`moved to ${file(aside)}`);
    expect(await did('world.get')).toEqual(WORLD);
  });

  test.each([[false], [true]])('of a newer version is refused and left as it is, read-only: %s', async (readOnly) => {
    const text = '{"version": 4, "fleet": []}';
    writeFileSync(file(), text);
    expect(await refused(file(), readOnly)).toBe(
      `${file()} is of version 4, which a newer Metadeck saved; this one reads up to version 3, so it was left as it is.`,
    );
    expect(readdirSync(dir)).toEqual(['world.json']);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('of version 1 opens as it is, and is of version 3 once it is saved', async () => {
    const world = presetWorld('spot', 1_722_513_540_000);
    writeFileSync(file(), JSON.stringify(world));
    const { did, runtime } = await started();
    expect(await did('world.get')).toEqual(world);
    await did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await runtime.stop();
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ version: 3, instances: [{ preset: 'spot' }] });
  });

  test.each([
    ['utf8', '\ufeff'],
    ['utf16le', '\ufeff'],
  ] as const)('in %s with a byte order mark opens as it is', async (encoding, mark) => {
    writeFileSync(file(), Buffer.from(mark + JSON.stringify(WORLD), encoding));
    expect(await open()).toMatchObject({ world: WORLD, problems: [] });
  });

  test('is not written by a run in which nothing changed', async () => {
    const { runtime } = await started();
    await runtime.stop();
    expect(readdirSync(dir)).toEqual([]);
  });

  test('opened to be read is neither locked nor written, whatever is changed', async () => {
    await putWorldFile(file(), WORLD, now);
    const before = readFileSync(file(), 'utf8');
    const example = await startedRuntime({ worldFile: await open(file(), true) });
    running.push(example);
    await example.did('metadata.set', { path: 'meta-data/mine', value: '1' });
    expect(example.runtime.status().saved.world).toBeNull();
    await example.runtime.stop();
    expect(readdirSync(dir)).toEqual(['world.json']);
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  test.each([
    ['is not there', null, "can't be read, or is not valid JSON"],
    ['is damaged', '{', "can't be read, or is not valid JSON"],
    ['is no world', '{"version": 1}', 'holds no valid world'],
  ])('to be read that %s is refused and stays', async (_name, text, why) => {
    if (text !== null) writeFileSync(file(), text);
    expect(await refused(file(), true)).toContain(why);
    expect(readdirSync(dir)).toEqual(text === null ? [] : ['world.json']);
  });

  test('that another program has changed meanwhile is moved aside, not written over', async () => {
    const { save } = await open();
    const said: string[] = [];
    await save?.(WORLD, (text) => said.push(text));
    writeFileSync(file(), '{"by": "an editor"}');
    expect(await save?.(WORLD, (text) => said.push(text))).toMatchObject({ ok: true });
    const aside = 'world.2024-08-01T11-59-00Z.replaced.json';
    expect(readFileSync(file(aside), 'utf8')).toBe('{"by": "an editor"}');
    expect(readFileSync(file(), 'utf8')).toContain('"version": 3');
    expect(said).toEqual([expect.stringContaining(aside)]);
  });
});

/** The lock that there is, with other fields. */
function lockOf(fields: object): string {
  const mark = JSON.parse(readFileSync(file('world.json.lock'), 'utf8')) as object;
  return JSON.stringify({ ...mark, ...fields });
}

describe('only a regular file', () => {
  test('a directory is refused and stays', async () => {
    mkdirSync(file());
    expect(await refused()).toBe(`${file()} is a directory, and only a regular file is used; name another one.`);
    expect(readdirSync(dir)).toEqual(['world.json']);
  });

  test.skipIf(onWindows).each([[false], [true]])('a FIFO is refused at once, read-only: %s', async (readOnly) => {
    makeFifo(file());
    expect(await refused(file(), readOnly)).toContain(`${file()} is a FIFO`);
    expect(lstatSync(file()).isFIFO()).toBe(true);
  });

  test.skipIf(onWindows)('a device is refused', async () => {
    expect(await refused('/dev/null')).toContain('/dev/null is a device');
    symlinkSync('/dev/null', file());
    expect(await refused()).toContain('/dev/null is a device');
  });

  test('below what is no directory it is refused', async () => {
    writeFileSync(file('plain'), '');
    expect(await refused(path.join(file('plain'), 'world.json'))).toContain('a part of its path is no directory');
  });

  test.skipIf(onWindows || process.getuid?.() === 0)('one that may not be read is refused and stays', async () => {
    writeFileSync(file(), '{}', { mode: 0 });
    expect(await refused()).toContain('permission denied');
    expect(readdirSync(dir)).toEqual(['world.json']);
  });
});

describe.skipIf(onWindows)('a link', () => {
  test('stays one, and what it leads to is replaced', async () => {
    mkdirSync(file('elsewhere'));
    await putWorldFile(path.join(dir, 'elsewhere', 'real.json'), WORLD, now);
    symlinkSync('elsewhere/real.json', file());
    const { did, runtime } = await started();
    await did('metadata.set', { path: 'meta-data/mine', value: 'through the link' });
    await runtime.stop();
    expect(readlinkSync(file())).toBe('elsewhere/real.json');
    expect(readFileSync(path.join(dir, 'elsewhere', 'real.json'), 'utf8')).toContain('through the link');
    expect(runtime.status().saved.world).toBe(path.join(dir, 'elsewhere', 'real.json'));
  });

  test('to what is not there yet has it made', async () => {
    symlinkSync('later.json', file());
    const { did, runtime } = await started();
    await did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await runtime.stop();
    expect(lstatSync(file()).isSymbolicLink()).toBe(true);
    expect(existsSync(file('later.json'))).toBe(true);
  });

  test('in a circle is refused', async () => {
    symlinkSync('b.json', file());
    symlinkSync('world.json', file('b.json'));
    expect(await refused()).toContain('its links lead in a circle');
  });
});

describe('one at a time', () => {
  test('a second one is refused with the holder', async () => {
    await open();
    const holder = `pid ${process.pid}, since 2024-08-01T11:59:00.000Z`;
    expect(await refused()).toBe(`${file()} is used by another Metadeck (${holder}); end that one first.`);
    expect(await putWorldFile(file(), WORLD, now)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(existsSync(file())).toBe(false);
  });

  test.skipIf(onWindows)('by a link it is the same file', async () => {
    await open();
    symlinkSync('world.json', file('link.json'));
    expect(await refused(file('link.json'))).toContain(`${file()} is used by another Metadeck`);
  });

  test('once it is closed the next one has it', async () => {
    (await open()).close();
    expect(readdirSync(dir)).toEqual([]);
    await open();
    expect(readdirSync(dir)).toEqual(['world.json.lock']);
  });

  test.each([
    ['has ended', { pid: 2 ** 22 + 1 }],
    ['had the same number and started at another time', { started: 'at another time' }],
  ])('the lock of a process that %s is taken over', async (_name, fields) => {
    (await open()).close();
    const first = await open();
    const stale = lockOf(fields);
    first.close();
    writeFileSync(file('world.json.lock'), stale);
    await open();
    expect(readdirSync(dir)).toEqual(['world.json.lock']);
    expect(readFileSync(file('world.json.lock'), 'utf8')).not.toBe(stale);
  });

  test('that of another machine stays, and how to go on is said', async () => {
    const first = await open();
    const other = lockOf({ host: `not-${hostname()}`, pid: 2 ** 22 + 1 });
    first.close();
    writeFileSync(file('world.json.lock'), other);
    expect(await refused()).toContain(`on not-${hostname()}`);
    expect(await refused()).toContain(`delete ${file('world.json.lock')} if it has ended`);
  });

  test('what is no lock of Metadeck is left alone', async () => {
    writeFileSync(file('world.json.lock'), 'a note of mine');
    expect(await refused()).toContain('is no lock of Metadeck');
    expect(readFileSync(file('world.json.lock'), 'utf8')).toBe('a note of mine');
  });

  test('who has lost the lock writes no more', async () => {
    const first = await open();
    writeFileSync(file('world.json.lock'), lockOf({ since: 'later' }));
    const saved = await first.save?.(WORLD, () => undefined);
    expect(saved).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } });
    expect(existsSync(file())).toBe(false);
  });

  test('a lock that was deleted is made again with the next write', async () => {
    const first = await open();
    rmSync(file('world.json.lock'));
    expect(await first.save?.(WORLD, () => undefined)).toMatchObject({ ok: true });
    expect(readdirSync(dir).sort()).toEqual(['world.json', 'world.json.lock']);
  });

  test.skipIf(onWindows || process.getuid?.() === 0)('where no lock can be it is said', async () => {
    chmodSync(dir, 0o500);
    expect(await refused()).toBe(`${file()} can't be locked: permission denied.`);
    chmodSync(dir, 0o700);
  });
});
