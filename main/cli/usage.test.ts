// Bad usage: one line, what is allowed, the nearest match, exit code 2.
import * as os from 'node:os';
import * as path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runWords as run } from './run-words.example.ts';

describe('bad usage', () => {
  test.each([
    [['intrrupt'], /^unknown command 'intrrupt'\. Did you mean interrupt\? Allowed: serve, status, /],
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
    [
      ['set', 'meta-data/x'],
      /^set needs a value, --file or --absent, and only one of them\. See metadeck set --help\.$/,
    ],
    [
      ['set', 'user-data', 'x', '--file', 'y'],
      /^set needs a value, --file or --absent, and only one of them\. See metadeck set --help\.$/,
    ],
    [
      ['tail', '--filter', 'path:/spot verison:v1'],
      /'path:\/spot verison:v1' is invalid\. `verison:` at 12 is no term; did you mean `version:`\?$/,
    ],
    [['tail', '--filter', 'status:4o4'], /`4o4` at 8 is no status: a status is 404, 4xx or >=400\.$/],
    [['audience', 'evryone'], /^unknown command 'evryone'\. Did you mean everyone\? Allowed: show, first, everyone, /],
    [['audience', 'first', '0'], /'0' is invalid for argument 'count'\. A whole number from 1 to 1000 is needed\.$/],
    [['audience', 'free', '--group', 'spto'], /'spto' is invalid\. Did you mean spot\?/],
    [['audience', 'only'], /^missing required argument 'clients'\. See metadeck audience only --help\.$/],
    [['events', '--al'], /^unknown option '--al'\. Did you mean --all\?/],
    [['tokens', 'expire'], /^expire needs an id or --all, and not both\. See metadeck tokens expire --help\.$/],
    [
      ['tokens', 'expire', '--all', '--in', '5'],
      /^--in is of one token; give its id\. See metadeck tokens expire --help\.$/,
    ],
    [['tokens', '--json', 'list'], /^'list' has to follow 'tokens' at once; put flags behind it\.$/],
    [['tokens', 'revoke'], /^unknown command 'revoke'\. Allowed: list, expire\.$/],
    [
      ['clients', 'hops', '10.0.0.7', '65'],
      /'65' is invalid for argument 'hops'\. A whole number from 1 to 64 is needed\.$/,
    ],
    [['clients', 'hops', '10.0.0.7', 'many'], /Allowed: auto, a whole number from 1 to 64\.$/],
    [['settings', 'set', 'prt', '1'], /'prt' is invalid for argument 'name'\. Did you mean port\?/],
    [['export', 'requests', '--format', 'hra'], /'hra' is invalid\. Did you mean har\? Allowed: ndjson, har\.$/],
    [['requests', '--limit', '0'], /'0' is invalid\. A whole number from 1 to 500 is needed\.$/],
    [['requests', '--filter', 'status:9xx'], /is no status: /],
    [['maintenance', 'system-reboot', '--not-before', 'soon'], /'soon' is invalid\. A time is needed, such as /],
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

/** The names in a list of commands, as help prints it. */
function commandsIn(help: string): string[] {
  const lists = help.split('\n\n').filter((part) => /^(Run|Events|Metadata|Requests|Commands):\n/.test(part));
  return lists.flatMap((part) => [...part.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name ?? ''));
}

describe('help', () => {
  test('of every command, and every one of a group, has examples', async () => {
    const names = commandsIn((await run('--help')).out);
    expect(names).toEqual(expect.arrayContaining(['serve', 'interrupt', 'audience', 'export', 'get', 'tail']));
    const groups = await Promise.all(
      names.map(async (name) => [[name], ...commandsIn((await run(name, '--help')).out).map((one) => [name, one])]),
    );
    for (const words of groups.flat()) {
      const { code, out, err } = await run(...words, '--help');
      expect({ code, err }).toEqual({ code: 0, err: [] });
      expect(out).toContain(`Usage: metadeck ${words.join(' ')}`);
      expect(out).toMatch(/Examples:\n(.*\n)* {2}[^\n]*metadeck /);
    }
  });

  test("a command's own flags come before those that all have", async () => {
    const { out } = await run('skip', '--help');
    expect(out.indexOf('--event <id>')).toBeGreaterThan(0);
    expect(out.indexOf('--event <id>')).toBeLessThan(out.indexOf('--pid <pid>'));
  });

  test('comes without a command too, in groups, with what runs here', async () => {
    vi.stubEnv('METADECK_RUN_DIR', path.join(os.tmpdir(), 'metadeck-nothing-runs'));
    const { code, out } = await run();
    vi.unstubAllEnvs();
    expect(code).toBe(0);
    for (const group of ['Run:', 'Events:', 'Metadata:', 'Requests:', 'Examples:'])
      expect(out).toContain(`\n${group}\n`);
    expect(out).toMatch(/\nNothing runs here; "metadeck serve" starts one\.\n$/);
  });

  test('the version is that of the package', async () => {
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
