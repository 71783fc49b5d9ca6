// One call of the command without serving: what it prints, what it refuses, and with which exit code.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SHELLS } from './completion-scripts.ts';
import { exampleShell } from './shell.example.ts';
import { runMock } from './run.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'aemm-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  words: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const shell = exampleShell({ env, home: folder });
  const code = await runMock(words, shell, () => Promise.reject(new Error('It was about to serve.')));
  return { code, out: shell.out(), err: shell.err() };
}

describe('what only prints', () => {
  test.each([[['-v']], [['--version']], [['--version', '-p', 'x']]])(
    '%j is the version, without a newline',
    async (words) => {
      expect(await run(words)).toEqual({ code: 0, out: 'v1.13.0', err: '' });
    },
  );

  test.each([
    [['--help'], 'ec2-metadata-mock is a tool to mock Amazon EC2 instance metadata.\n\nUsage:'],
    [['-h'], 'ec2-metadata-mock is a tool'],
    [['help'], 'ec2-metadata-mock is a tool'],
    [['spot', '-h'], 'Mock EC2 Spot interruption notice\n\nUsage:'],
    [['-h', 'spot'], 'Mock EC2 Spot interruption notice'],
    [['help', 'spot'], 'Mock EC2 Spot interruption notice'],
    [['help', 'se'], 'Mock EC2 maintenance events'],
    [['scheduledevents', '--help'], 'Mock EC2 maintenance events'],
    [['asg', '-h'], 'Mock EC2 ASG Lifecycle target-lifecycle-state'],
    [['completion', '-h'], 'Print a script that completes'],
    [['completion'], 'Print a script that completes'],
  ])('%j prints help to standard output', async (words, begin) => {
    const { code, out, err } = await run(words);
    expect([code, err]).toEqual([0, '']);
    expect(out.startsWith(begin)).toBe(true);
  });

  test('help for what there is not says so', async () => {
    const { code, err } = await run(['help', 'nothing']);
    expect(code).toBe(0);
    expect(err).toMatch(/^Unknown help topic `nothing`\nUsage:/);
  });

  test.each(SHELLS)('completion %s is a script that knows commands and flags', async (shell) => {
    const { code, out, err } = await run(['completion', shell]);
    expect([code, err]).toEqual([0, '']);
    for (const word of [
      'asglifecycle',
      'scheduledevents',
      'spot',
      'mock-ip-count',
      'not-before-deadline',
      'powershell',
    ])
      expect(out).toContain(word);
  });
});

describe('refused with 2: one line and the usage, and no trace', () => {
  test.each([
    [['--prot', '1'], 'unknown flag: --prot. Did you mean --port?'],
    [['-a', 'stop'], "unknown shorthand flag: 'a' in -a"],
    [
      ['-d', 'x'],
      'invalid argument "x" for "-d, --mock-delay-sec" flag: strconv.ParseInt: parsing "x": invalid syntax',
    ],
    [
      ['completion', 'csh'],
      'unknown command "csh" for "ec2-metadata-mock completion". There are: bash, fish, powershell, zsh.',
    ],
    [['spot', '-a', 'x'], 'Invalid CLI input "x" for flag action. Allowed value(s): terminate,hibernate,stop.'],
    [
      ['--mock-trigger-time', 'x'],
      'Invalid CLI input "x" for flag mock-trigger-time. Allowed value(s): time in RFC3339 format, e.g. 2020-01-07T01:03:47Z.',
    ],
    [
      ['spot', '--rebalance-trigger-time', 'x'],
      'Invalid CLI input "x" for flag rebalance-trigger-time. Allowed value(s): time in RFC3339 format, e.g. 2020-01-07T01:03:47Z.',
    ],
    [
      ['asg', '--asg-termination-trigger-time', '5'],
      'Invalid CLI input "5" for flag asg-termination-trigger-time. Allowed value(s): time in RFC3339 format, e.g. 2020-01-07T01:03:47Z.',
    ],
  ])('%j', async (words, message) => {
    const { code, out, err } = await run(words);
    expect([code, out]).toEqual([2, '']);
    const at = err.indexOf('Error: ');
    expect(err.slice(at)).toMatch(/^Error: [^\n]+\nUsage:\n {2}ec2-metadata-mock/);
    expect(err.slice(at).split('\n')[0]).toBe(`Error: ${message}`);
    expect(err).not.toMatch(/panic|goroutine|\.[jt]s:\d/);
  });

  test('an unknown command points at the help', async () => {
    expect(await run(['spotitn'])).toEqual({
      code: 2,
      out: '',
      err: 'Error: unknown command "spotitn" for "ec2-metadata-mock". Did you mean spot?\nRun \'ec2-metadata-mock --help\' for usage.\n',
    });
  });

  test('values from variables and files are checked too', async () => {
    const file = path.join(folder, 'bad.json');
    writeFileSync(file, '{"events":{"code":"x","state":"y"}}');
    const { code, err } = await run(['-c', file], { AEMM_SPOT_ACTION: 'z' });
    expect(code).toBe(2);
    expect(err).toContain('Error: Invalid CLI input "z" for flag action.');
    expect(err).toContain('\nInvalid CLI input "x" for flag code.');
    expect(err).toContain('\nInvalid CLI input "y" for flag state.');
  });

  test('a variable of a wrong type', async () => {
    const { code, err } = await run([], { AEMM_MOCK_IP_COUNT: 'many' });
    expect(code).toBe(2);
    expect(err).toContain('Error: mock-ip-count must be a whole number, not "many"\nUsage:');
  });
});

test('a named file that is not there ends it with 1, in one line', async () => {
  const file = path.join(folder, 'none.json');
  expect(await run(['-c', file])).toEqual({
    code: 1,
    out: '',
    err: `Error while attempting to apply overrides from ${file}: open ${file}: no such file or directory\n`,
  });
});
