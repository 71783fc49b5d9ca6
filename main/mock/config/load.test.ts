// The configuration of a run: which file, what is said, what is refused; and the saved one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleShell, NOW, type ExampleShell } from '../shell.example.ts';
import { SUFFIXES } from '../../../server/aemm/suffixes.ts';
import { loadConfig, problemWith, reloadConfig, type Loaded, type LoadResult } from './load.ts';
import { saveConfig, savedText } from './save.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'aemm-load-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = path.join(home, name);
  writeFileSync(file, text);
  return file;
}

type Given = { env?: Record<string, string>; flags?: [string, string][]; home?: string | null };

async function load(given: Given = {}): Promise<{ result: LoadResult; shell: ExampleShell }> {
  const shell = exampleShell({ env: given.env ?? {}, home: given.home === undefined ? home : given.home });
  const result = await loadConfig({ command: 'all', flags: new Map(given.flags) }, shell);
  return { result, shell };
}

async function loaded(given: Given = {}): Promise<{ loaded: Loaded; shell: ExampleShell }> {
  const { result, shell } = await load(given);
  if (!result.ok) throw new Error(result.refused.message);
  return { loaded: result.loaded, shell };
}

const action = (text: string) => `{"spot":{"action":"${text}"}}`;

describe('which file', () => {
  test('-c goes before AEMM_CONFIG_FILE, and that before the one at home', async () => {
    write('aemm-config.json', action('terminate'));
    const env = { AEMM_CONFIG_FILE: write('variable.json', action('stop')) };
    const flags: [string, string][] = [['config-file', write('flag.json', action('hibernate'))]];
    expect((await loaded()).loaded.settings.spot.action).toBe('terminate');
    expect((await loaded({ env })).loaded.settings.spot.action).toBe('stop');
    expect((await loaded({ env, flags })).loaded.settings.spot.action).toBe('hibernate');
  });

  test('what is used is said, with two blanks', async () => {
    const file = write('given.yaml', 'spot:\n  action: stop\n');
    expect((await loaded({ flags: [['config-file', file]] })).shell.out()).toBe(
      `Using configuration from file:  ${file}\n`,
    );
  });

  test('at home the suffixes are tried in their order', async () => {
    for (const suffix of [...SUFFIXES].reverse()) {
      write(`aemm-config.${suffix}`, suffix === 'json' ? '{}' : '');
      expect((await loaded()).loaded.file).toBe(path.join(home, `aemm-config.${suffix}`));
    }
  });

  test('a directory of that name is none', async () => {
    mkdirSync(path.join(home, 'aemm-config.json'));
    expect((await loaded()).loaded.file).toBeNull();
  });

  test('none at home is only warned of', async () => {
    const { loaded: read, shell } = await loaded();
    expect(shell.err()).toBe(`Warning:  Config File "aemm-config" Not Found in "[${home}]"\n`);
    expect([read.file, shell.out()]).toEqual([null, '']);
  });

  test('an empty AEMM_CONFIG_FILE names none', async () => {
    expect((await loaded({ env: { AEMM_CONFIG_FILE: '' } })).shell.err()).toContain('Not Found in');
  });

  test('no home is warned of too', async () => {
    expect((await loaded({ home: null })).shell.err()).toBe(
      'Warning: Failed to find home directory due to error: $HOME is not defined\n' +
        'Warning:  Config File "aemm-config" Not Found in "[]"\n',
    );
  });
});

describe('a named file that can’t be used ends it with 1', () => {
  test.each([
    ['missing.json', null, /^open .*missing\.json: no such file or directory$/],
    ['broken.json', '{', /^While parsing config: .+JSON/],
    ['broken.yaml', 'a: [', /^While parsing config: .+ at line 1/],
    ['broken.toml', '=', /^While parsing config: Invalid TOML.+ at line 1$/],
    ['list.json', '[]', /^While parsing config: it holds no keys/],
    ['config.xml', '<a/>', /^Unsupported Config Type "xml"; use json, toml, /],
    ['config', '{}', /^Unsupported Config Type ""/],
  ])('%s', async (name, text, reason) => {
    const file = path.join(home, name);
    if (text !== null) writeFileSync(file, text);
    for (const given of [
      { flags: [['config-file', file]] as [string, string][] },
      { env: { AEMM_CONFIG_FILE: file } },
    ]) {
      const { result, shell } = await load(given);
      if (result.ok) throw new Error('It was taken.');
      const begin = `Error while attempting to apply overrides from ${file}: `;
      expect(result.refused).toMatchObject({ code: 1, message: expect.stringContaining(begin) as string });
      expect(result.refused.message.slice(begin.length)).toMatch(reason);
      expect(shell.out()).toBe('');
    }
  });

  test('a broken one at home as well', async () => {
    write('aemm-config.json', '{');
    expect((await load()).result).toMatchObject({ ok: false, refused: { code: 1 } });
  });
});

describe('warnings', () => {
  test('of unknown keys and variables, with the nearest known one; and it goes on', async () => {
    const file = write('c.json', '{"mock-dealy-sec":5}');
    const { shell } = await loaded({ flags: [['config-file', file]], env: { AEMM_IMDSV3: 'true' } });
    expect(shell.err()).toBe(
      `Warning: Unknown key "mock-dealy-sec" in ${file} is ignored; did you mean mock-delay-sec?\n` +
        'Warning: Unknown environment variable AEMM_IMDSV3 is ignored; did you mean AEMM_IMDSV2?\n',
    );
  });
});

describe('values', () => {
  test('of a wrong type end it with 2', async () => {
    expect((await load({ env: { AEMM_MOCK_DELAY_SEC: 'soon' } })).result).toEqual({
      ok: false,
      refused: { code: 2, message: 'mock-delay-sec must be a whole number, not "soon"' },
    });
  });

  test('user data that is no base64 is refused', async () => {
    const { loaded: read } = await loaded({ env: { AEMM_USERDATA_VALUES_USERDATA: 'not base64!' } });
    expect(problemWith(read)).toMatch(/^There was an issue decoding base64 data from config/);
    expect(problemWith((await loaded({ env: { AEMM_USERDATA_VALUES_USERDATA: '' } })).loaded)).toBeNull();
    expect(problemWith((await loaded({ env: { AEMM_USERDATA_VALUES_USERDATA: 'MTIz\nNA==' } })).loaded)).toBeNull();
  });

  test('paths follow a changed MAC address, and that is said', async () => {
    const { loaded: read, shell } = await loaded({ env: { AEMM_METADATA_VALUES_MAC: '0e:49:61:0f:c3:77' } });
    expect(read.settings.metadata.paths['mac-mac']).toBe(
      '/latest/meta-data/network/interfaces/macs/0e:49:61:0f:c3:77/mac',
    );
    expect(shell.err().match(/^Updating path from .* to .*$/gm)).toHaveLength(20);
  });
});

describe('read again', () => {
  test('an edit is taken whole; one that can’t be used is refused whole', async () => {
    const file = write('c.json', action('stop'));
    const shell = exampleShell({ env: { AEMM_MOCK_DELAY_SEC: '7' } });
    const given = { command: 'all' as const, flags: new Map<string, string>() };
    expect(await reloadConfig(file, given, shell)).toMatchObject({
      ok: true,
      data: { settings: { spot: { action: 'stop' }, 'mock-delay-sec': 7 } },
    });
    for (const text of ['{', action('junk'), '{"mock-ip-count":"soon"}']) {
      writeFileSync(file, text);
      expect(await reloadConfig(file, given, shell)).toMatchObject({ ok: false });
    }
  });
});

async function save(target: string | null): Promise<ExampleShell> {
  const shell = exampleShell({ home: target });
  saveConfig((await loaded()).loaded, NOW, shell);
  return shell;
}

describe('saved', () => {
  test('where AEMM saves, and that is said', async () => {
    const file = `${home}/.ec2-metadata-mock/.aemm-config-used.json`;
    expect((await save(home)).out()).toBe(`Successfully saved final configuration to local file  ${file}\n`);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o755);
    writeFileSync(file, 'old');
    expect((await save(home)).err()).toBe('');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ 'mock-ip-count': 2 });
  });

  test.each([
    [
      'a folder that can’t be made',
      (target: string) => `${target}/nowhere`,
      (folder: string) =>
        `Failed to create directory for final configuration at ${folder}: mkdir ${folder}: no such file or directory`,
    ],
    [
      'a file in its place',
      (target: string) => {
        writeFileSync(path.join(target, '.ec2-metadata-mock'), '');
        return target;
      },
      (folder: string) =>
        `The destination '${folder}' for saving the configuration already exists, but is not a directory`,
    ],
  ])('%s is only warned of', async (_name, prepare, reason) => {
    const target = prepare(home);
    const folder = `${target}/.ec2-metadata-mock`;
    const shell = await save(target);
    expect(shell.err()).toBe(`Warning: Failed to save the final configuration to local file - ${reason(folder)}\n`);
    expect(shell.out()).toBe('');
  });

  test('a file that can’t be written is only warned of', async () => {
    const file = `${home}/.ec2-metadata-mock/.aemm-config-used.json`;
    mkdirSync(file, { recursive: true });
    expect((await save(home)).err()).toBe(
      `Warning: Failed to save the final configuration to local file ${file}: open ${file}: is a directory\n`,
    );
  });

  test('all settings: keys in small letters, sorted, nulls left out, times as they hold', async () => {
    const text = savedText((await loaded({ env: { AEMM_SPOT_ACTION: 'stop' } })).loaded, NOW);
    const saved = JSON.parse(text) as Record<string, Record<string, unknown>>;
    expect(Object.keys(saved)).toEqual([
      'asg-termination-delay-sec',
      'asg-termination-trigger-time',
      'config-file',
      'dynamic',
      'events',
      'imdsv2',
      'metadata',
      'mock-delay-sec',
      'mock-ip-count',
      'mock-trigger-time',
      'rebalance-delay-sec',
      'rebalance-trigger-time',
      'save-config-to-file',
      'server',
      'spot',
      'userdata',
      'watch-config-file',
    ]);
    expect(saved['spot']).toEqual({ action: 'stop', 'rebalance-rec-time': '', time: '' });
    expect(saved['events']).toEqual({
      code: 'system-reboot',
      'not-after': '2024-08-08T12:00:00Z',
      'not-before': '2024-08-01T12:00:00Z',
      'not-before-deadline': '2024-08-10T12:00:00Z',
      state: 'active',
    });
    expect(text).toContain('"accesskeyid": "12345678901"');
    expect(text).not.toMatch(/null|AccessKeyId/);
    expect(text.startsWith('{\n  "asg-termination-delay-sec": 0,\n')).toBe(true);
  });

  test('what was saved can be used again, and gives the same', async () => {
    const first = (await loaded({ env: { AEMM_METADATA_VALUES_MAC: '02:00:00:00:00:01', AEMM_SPOT_ACTION: 'stop' } }))
      .loaded;
    const { loaded: again } = await loaded({ flags: [['config-file', write('saved.json', savedText(first, NOW))]] });
    expect(again.settings.metadata).toEqual(first.settings.metadata);
    expect(again.settings.dynamic).toEqual(first.settings.dynamic);
    expect(again.settings.spot).toEqual(first.settings.spot);
  });
});
