// Presets and user data from the command line, as processes against a real `metadeck serve`.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRESET_NAMES } from '../../../app/metadata/presets/names.ts';
import { endAll, fetched, finished, folder, run, type Served, serve, SLOW, start } from '../process.example.ts';

let served: Served;
beforeAll(async () => {
  ({ served } = await serve());
}, SLOW);
afterAll(endAll);

describe('set', () => {
  test('takes user data from a file, byte for byte, and says when it is too large', { timeout: SLOW }, async () => {
    const file = path.join(folder, 'user-data.bin');
    const bytes = Buffer.from([0, 255, 10, 65]);
    writeFileSync(file, bytes);
    expect(await run('set', 'user-data', '--file', file)).toMatchObject({ code: 0, err: '' });
    expect((await run('get', 'user-data', '--json')).out).toContain(bytes.toString('base64'));
    writeFileSync(file, Buffer.alloc(16_385));
    expect(await run('set', 'user-data', '--file', file)).toEqual({
      code: 1,
      out: '',
      err: `metadeck: ${file} is too large. User data has at most 16384 bytes (16 KiB); this has 16385.\n`,
    });
    expect((await run('set', 'user-data', '--file', `${file}.none`)).err).toContain("can't be read (ENOENT)");
    expect(await run('set', 'user-data', 'aGk=', '--base64')).toMatchObject({ code: 0, err: '' });
    expect(await run('get', 'user-data')).toEqual({ code: 0, out: 'hi', err: '' });
  });
});

describe('set --absent', () => {
  test('takes a tag away, which unset brings back, and makes another path a 404', { timeout: SLOW }, async () => {
    const tag = 'meta-data/tags/instance/Name';
    const would = await run('set', tag, '--absent', '--dry-run');
    expect(would.out).toBe(`The fact would change, and with it:\n  ${tag}  checkout  →  (absent)\n`);
    expect(await run('set', tag, '--absent')).toEqual({
      code: 0,
      out: `Changed the fact; with it changed:\n  ${tag}  checkout  →  (absent)\n`,
      err: '',
    });
    expect((await run('get', 'meta-data/tags/instance/')).out).toBe('Environment');
    expect((await run('unset', tag)).code).toBe(0);
    expect((await run('get', 'meta-data/tags/instance/')).out).toBe('Environment\nName');
    expect((await run('set', 'meta-data/ami-id', '--absent')).out).toMatch(/^Overrode:\n/);
    expect((await run('get', 'meta-data/ami-id')).code).toBe(1);
    await run('undo');
  });
});

describe('set --dry-run', () => {
  test('says what an edit would change, and changes nothing', { timeout: SLOW }, async () => {
    const url = `${served.endpoint}/latest/meta-data/placement/availability-zone`;
    const zone = ['set', 'meta-data/placement/availability-zone', 'us-east-1b'];
    const would = await run(...zone, '--dry-run');
    expect(would).toMatchObject({ code: 0, err: '' });
    expect(would.out).toMatch(/^The fact would change, and with it:\n/);
    expect(would.out).toMatch(/\n {2}meta-data\/placement\/availability-zone-id +use1-az4 +→ +use1-az6\n/);
    expect(await fetched(url)).toBe('us-east-1a');
    const only = await run(...zone, '--only', '--dry-run');
    expect(only.out).toBe('This would override:\n  meta-data/placement/availability-zone  us-east-1a  →  us-east-1b\n');
    const done = await run(...zone);
    expect(done.out.split('\n').slice(1)).toEqual(would.out.split('\n').slice(1));
    await run('undo');
  });

  test('refuses what the edit refuses', { timeout: SLOW }, async () => {
    const wrong = ['set', 'meta-data/placement/availability-zone', 'eu-west-1b'];
    const refused = await run(...wrong, '--dry-run');
    expect(refused.code).toBe(1);
    expect(refused).toEqual(await run(...wrong));
  });
});

describe('presets', () => {
  test('are listed, also where nothing runs', { timeout: SLOW }, async () => {
    const listed = await finished(start(['presets'], { METADECK_RUN_DIR: path.join(folder, 'nobody') }));
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out.split('\n').map((one) => one.split(' ')[0])).toEqual([...PRESET_NAMES, '']);
    const { items } = JSON.parse((await run('presets', '--json')).out) as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).toEqual([...PRESET_NAMES]);
  });

  test('a new one takes the place of the old, after a dry run, and can be undone', { timeout: SLOW }, async () => {
    const url = `${served.endpoint}/latest/meta-data/instance-type`;
    const would = await run('new', '--preset', 'bare', '--dry-run');
    expect(would.out).toMatch(/^A new bare would change:\n/);
    expect(would.out).toMatch(/\n {2}meta-data\/instance-type +m7g\.large +→ +t3\.micro\n/);
    expect(would.out).toMatch(/\n {2}option instanceMetadataTags +enabled +→ +disabled\n/);
    expect(await fetched(url)).toBe('m7g.large');
    expect((await run('new', '--preset', 'bare')).out).toMatch(/^A new bare; with it changed:\n/);
    expect(await fetched(url)).toBe('t3.micro');
    expect((await run('undo')).out).toBe('Undone: made a new bare.\n');
    expect(await fetched(url)).toBe('m7g.large');
  });

  test('a new one as a world file, which is not written over', { timeout: SLOW }, async () => {
    const file = path.join(folder, 'new.json');
    expect(await run('new', '--preset', 'asg-spot', '--world', file)).toEqual({
      code: 0,
      out: `Wrote ${file}; use it with "metadeck serve --world ${file}".\n`,
      err: '',
    });
    expect(await run('new', '--preset', 'bare', '--world', file)).toEqual({
      code: 1,
      out: '',
      err: `metadeck: ${file} is there already and is not written over; name another file.\n`,
    });
    const { child, served: own } = await serve('--world', file);
    expect(await fetched(`${own.endpoint}/latest/meta-data/autoscaling/target-lifecycle-state`)).toBe('InService');
    child.kill('SIGTERM');
    await once(child, 'close');
  });
});
