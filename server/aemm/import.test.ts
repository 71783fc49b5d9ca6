// A configuration that becomes a world, and what is said of one that can't: its line or its key, and what to do.
import { describe, expect, test } from 'vitest';
import { readWorld } from '../../app/world/world-check.ts';
import { exampleRuntime, START } from '../runtime.example.ts';
import { importConfig } from './import.ts';

test.each([
  ['c.json', '{"spot":{"action":"stop"},"imdsv2":"true"}'],
  ['c.yaml', 'spot:\n  action: stop\nimdsv2: true\n'],
  ['c.toml', 'imdsv2 = true\n[spot]\naction = "stop"\n'],
  ['c.hcl', 'imdsv2 = true\nspot {\n  action = "stop"\n}\n'],
  ['c.env', 'IMDSV2=true\nAEMM_SPOT_ACTION=stop\n'],
])('%s is read by its suffix', (name, text) => {
  const imported = importConfig({ name, text }, START);
  if (!imported.ok) throw new Error(imported.error.message);
  expect(imported.data.warnings).toEqual([]);
  const [instance] = imported.data.world.instances;
  expect(instance?.aemm).toMatchObject({ settings: { imdsv2: true, spot: { action: 'stop' } }, startedAt: START });
  expect(readWorld(JSON.parse(JSON.stringify(imported.data.world)))).toEqual({ ok: true, data: imported.data.world });
});

describe('refused, with the line or the key', () => {
  test.each([
    [
      'a.json',
      '{\n"SecretAccessKey": "s3cret",\n"b": ?}',
      /^While parsing config: This is not valid JSON: line 3, column 6 needs a value\.$/,
    ],
    ['a.yaml', 'a:\n  b: [', /^While parsing config: .+ at line 2, column \d+\.$/],
    ['a.toml', 'a = 1\n=', /^While parsing config: .+ at line 2\.$/],
    ['a.hcl', 'a = 1\n= 2', /^While parsing config: line 2: "=" was not expected\.$/],
    ['a.ini', '[s]\nwhat', /^While parsing config: line 2 has no key and value: what\.$/],
    ['a.txt', '', /^Unsupported Config Type "txt"; use json, .+, ini\.$/],
    ['a', '', /^Unsupported Config Type ""; use json, /],
  ])('%s %j', (name, text, why) => {
    const imported = importConfig({ name, text }, START);
    expect(imported).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const [whole, prefix] = [imported.ok ? '' : imported.error.message, `${name} can't be imported: `];
    expect(whole.startsWith(prefix)).toBe(true);
    expect(whole.slice(prefix.length)).toMatch(why);
    expect(whole).not.toContain('s3cret');
  });

  test.each([
    [
      '{"spot":{"action":"junk"}}',
      'spot.action',
      /^spot\.action can't be "junk"; allowed: terminate,hibernate,stop\.$/,
    ],
    ['{"mock-trigger-time":"now"}', 'mock-trigger-time', /can't be "now"; allowed: time in RFC3339 format, e\.g\. /],
    [
      '{"userdata":{"values":{"userdata":"?"}}}',
      'userdata.values.userdata',
      /is no base64; encode it, with its padding\.$/,
    ],
    ['{"mock-delay-sec":"soon"}', 'mock-delay-sec', /^mock-delay-sec must be a whole number, not "soon"$/],
  ])('%s', (text, path, message) => {
    const imported = importConfig({ name: 'a.json', text }, START);
    const issues = imported.ok ? [] : (imported.error.issues ?? []);
    expect(issues.map((issue) => issue.path)).toEqual([path]);
    expect(issues[0]?.message).toMatch(message);
  });
});

describe('the operation', () => {
  test('takes its place, says what is unknown, and undo brings back what was', async () => {
    const example = exampleRuntime();
    const before = await example.did('world.get');
    const imported = await example.did('world.import', { name: 'a.json', text: '{"spot":{"acton":"stop"}}' });
    expect(imported.warnings).toEqual(['Unknown key "spot.acton" in a.json is ignored; did you mean spot.action?']);
    expect(await example.did('world.get')).toEqual(imported.world);
    expect(await example.did('world.undo')).toEqual({ title: 'imported an AEMM configuration' });
    expect(await example.did('world.get')).toEqual(before);
  });

  test('what is refused changes nothing', async () => {
    const example = exampleRuntime();
    const before = example.runtime.status();
    expect(await example.refused('world.import', { name: 'a.yaml', text: 'a: [' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await example.refused('world.import', { name: '', text: '' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(example.runtime.status()).toEqual(before);
  });
});
