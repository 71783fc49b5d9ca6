// `metadeck import`: what becomes of a configuration file, and what is said of one that can't be used.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSavedWorld } from '../../../app/world/migrate.ts';
import { runWords as run } from '../run-words.example.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function settingsIn(file: string): unknown {
  const read = readSavedWorld(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(read.error.message);
  return read.data.instances[0]?.aemm?.settings;
}

describe('to a file', () => {
  test.each([
    ['c.json', '{"spot":{"action":"stop"},"imdsv2":"true"}'],
    ['c.yaml', 'spot:\n  action: stop\nimdsv2: true\n'],
    ['c.toml', 'imdsv2 = true\n[spot]\naction = "stop"\n'],
    ['c.hcl', 'imdsv2 = true\nspot {\n  action = "stop"\n}\n'],
    ['c.properties', 'imdsv2=true\nspot.action=stop\n'],
    ['c.ini', 'imdsv2=true\n[spot]\naction=stop\n'],
    ['c.env', 'IMDSV2=true\nAEMM_SPOT_ACTION=stop\n'],
  ])('%s', async (name, text) => {
    const target = path.join(folder, `${name}.world.json`);
    expect(await run('import', write(name, text), '--world', target)).toEqual({
      code: 0,
      out: `Wrote ${target}.\n`,
      err: [],
    });
    expect(settingsIn(target)).toMatchObject({ imdsv2: true, spot: { action: 'stop' } });
  });

  test('paths follow a changed MAC address', async () => {
    const target = path.join(folder, 'mac.world.json');
    await run('import', write('mac.json', '{"metadata":{"values":{"mac":"02:00:00:00:00:01"}}}'), '--world', target);
    expect(settingsIn(target)).toMatchObject({
      metadata: { paths: { 'mac-mac': '/latest/meta-data/network/interfaces/macs/02:00:00:00:00:01/mac' } },
    });
  });

  test('unknown keys are said, and nothing else is lost', async () => {
    const file = write('unknown.json', '{"spot":{"acton":"stop"}}');
    const { code, err } = await run('import', file, '--world', path.join(folder, 'u.world.json'));
    expect(code).toBe(0);
    expect(err).toEqual([`Unknown key "spot.acton" in ${file} is ignored; did you mean spot.action?`]);
  });
});

describe('refused with 1, in one line', () => {
  test.each([
    ['missing.json', null, /can't be imported: open .* no such file or directory\.$/],
    ['broken.json', '{', /can't be imported: While parsing config: .+\.$/],
    ['c.txt', '', /can't be imported: Unsupported Config Type "txt"; use json, /],
    [
      'bad.json',
      '{"spot":{"action":"junk","time":"now"}}',
      /spot\.action can't be "junk"; allowed: terminate,hibernate,stop\. spot\.time can't be "now"/,
    ],
    ['type.json', '{"mock-delay-sec":"soon"}', /mock-delay-sec must be a whole number, not "soon"\.$/],
  ])('%s', async (name, text, line) => {
    const file = text === null ? path.join(folder, name) : write(name, text);
    const { code, out, err } = await run('import', file, '--world', path.join(folder, 'none.json'));
    expect([code, out, err.length]).toEqual([1, '', 1]);
    expect(err[0]).toMatch(line);
    expect(err[0]).not.toContain('\n');
  });

  test('where the world can’t be written', async () => {
    const { code, err } = await run(
      'import',
      write('ok.json', '{}'),
      '--world',
      path.join(folder, 'ok.json', 'x.json'),
    );
    expect(code).toBe(1);
    expect(err[0]).toMatch(/x\.json can't be used: a part of its path is no directory\.$/);
  });
});
