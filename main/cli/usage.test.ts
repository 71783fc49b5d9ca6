// Bad usage: one line, what is allowed, the nearest match, exit code 2.
import { describe, expect, test } from 'vitest';
import { runWords as run } from './run-words.example.ts';

describe('bad usage', () => {
  test.each([
    [['intrrupt'], /^unknown command 'intrrupt'\. Did you mean interrupt\? Allowed: serve, interrupt, /],
    [['serve', '--prot', '1'], /^unknown option '--prot'\. Did you mean --port\? Allowed: --port, --host, /],
    [['serve', '--port', '65536'], /'65536' is invalid\. A whole number from 0 to 65535 is needed\.$/],
    [['serve', '--port', '-1'], /'-1' is invalid\. A whole number from 0 to 65535 is needed\.$/],
    [['serve', '--port', '1e3'], /'1e3' is invalid\./],
    [['serve', '--port'], /^option '--port <port>' argument missing\. See metadeck serve --help\.$/],
    [['serve', '--host', 'a b'], /An address is needed, such as 127\.0\.0\.1, ::1 or 0\.0\.0\.0\.$/],
    [['serve', '--preset', 'spto'], /'spto' is invalid\. Did you mean spot\? Allowed: spot, on-demand, /],
    [
      ['interrupt', '--action', 'term'],
      /'term' is invalid\. Did you mean terminate\? Allowed: terminate, stop, hibernate\.$/,
    ],
    [['interrupt', '--in', 'soon'], /A number from 0 to \d+ is needed\.$/],
    [['maintenance'], /^missing required argument 'code'\. See metadeck maintenance --help\.$/],
    [['maintenance', 'system-rebot'], /Did you mean system-reboot\?/],
    [['lifecycle', 'inservice'], /Did you mean InService\?/],
    [['skip', '0'], /Allowed: notice, action, a number of seconds above 0\.$/],
    [['skip', 'actoin'], /Did you mean action\?/],
    [['cancel', 'a', 'b'], /^too many arguments for 'cancel'\./],
    [['withdraw'], /^withdraw needs an id or --all, and not both\. See metadeck withdraw --help\.$/],
    [['withdraw', 'spot-1', '--all'], /^withdraw needs an id or --all, and not both\./],
    [['status', '--pid', 'x'], /'x' is invalid\. A whole number from 1 to \d+ is needed\.$/],
    [['status', '--control', 'localhost:1339'], /A URL is needed, such as http:\/\/127\.0\.0\.1:1339\.$/],
    [['set', 'meta-data/x'], /^set needs a value, --file or --absent, and only one of them\. See metadeck set --help\.$/],
    [
      ['set', 'user-data', 'x', '--file', 'y'],
      /^set needs a value, --file or --absent, and only one of them\. See metadeck set --help\.$/,
    ],
    [
      ['tail', '--filter', 'path:/spot verison:v1'],
      /'path:\/spot verison:v1' is invalid\. `verison:` at 12 is no term; did you mean `version:`\?$/,
    ],
    [['tail', '--filter', 'status:4o4'], /`4o4` at 8 is no status: a status is 404, 4xx or >=400\.$/],
    [['new'], /^required option '--preset <name>' not specified\. See metadeck new --help\.$/],
    [['new', '--preset', 'window'], /'window' is invalid\. Did you mean windows\?/],
    [
      ['new', '--preset', 'bare', '--dry-run', '--world', 'x.json'],
      /^option '--dry-run' cannot be used with option '--world <file>'\./,
    ],
  ])('%j', async (words, line) => {
    const { code, out, err } = await run(...words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(line);
    expect(err[0]).not.toContain('\n');
  });
});

describe('help', () => {
  const COMMANDS = [
    'serve',
    'interrupt',
    'rebalance',
    'maintenance',
    'lifecycle',
    'cancel',
    'skip',
    'status',
    'tail',
    'panel',
  ];

  test.each([...COMMANDS, 'get', 'set', 'unset', 'import', 'undo', 'redo'])('of %s has examples', async (name) => {
    const { code, out, err } = await run(name, '--help');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toContain(`Usage: metadeck ${name}`);
    expect(out).toMatch(/Examples:\n {2}metadeck /);
  });

  test('comes without a command too', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain('Commands:');
  });

  test('the version is that of the package', async () => {
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
