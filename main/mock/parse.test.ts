// Words of a command line as cobra and pflag read them.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from './commands.ts';
import { EVENT_FLAGS, GLOBAL_FLAGS, SPOT_FLAGS, type Flag } from './flags.ts';
import { parseWords } from './parse.ts';

function parsed(...words: string[]) {
  const read = parseWords(words);
  if (!read.ok) throw new Error(read.error.message);
  const { command, given, rest } = read.parsed;
  return { command: command.name, given: Object.fromEntries(given), rest };
}

function refused(...words: string[]): string {
  const read = parseWords(words);
  if (read.ok) throw new Error(`${words.join(' ')} was taken.`);
  return read.error.message;
}

describe('commands', () => {
  test('none is the root', () => {
    expect(parsed()).toEqual({ command: 'root', given: {}, rest: [] });
  });

  test.each([
    ['spot', 'spot'],
    ['events', 'events'],
    ['se', 'events'],
    ['scheduledevents', 'events'],
    ['asglifecycle', 'asglifecycle'],
    ['autoscaling', 'asglifecycle'],
    ['asg', 'asglifecycle'],
    ['help', 'help'],
    ['completion', 'completion'],
  ])('%s is %s', (word, name) => {
    expect(parsed(word).command).toBe(name);
  });

  test('words after a subcommand are taken in silence', () => {
    expect(parsed('spot', 'more', '-d', '5', 'words')).toEqual({
      command: 'spot',
      given: { 'mock-delay-sec': '5' },
      rest: ['more', 'words'],
    });
  });

  test.each([
    ['spotitn', 'unknown command "spotitn" for "ec2-metadata-mock". Did you mean spot?'],
    ['event', 'unknown command "event" for "ec2-metadata-mock". Did you mean events?'],
    ['zzz', 'unknown command "zzz" for "ec2-metadata-mock"'],
  ])('%s is unknown', (word, message) => {
    expect(refused(word)).toBe(message);
    expect(refused('-p', '1400', word)).toBe(message);
  });
});

describe('where flags may stand', () => {
  const given = { port: '1400', imdsv2: 'true', action: 'stop' };

  test.each([
    [['spot', '-p', '1400', '-I', '-a', 'stop']],
    [['-p', '1400', '-I', 'spot', '-a', 'stop']],
    [['-I', 'spot', '-p', '1400', '-a', 'stop']],
    [['--port', '1400', 'spot', '--imdsv2', '--action', 'stop']],
    [['--port=1400', '--imdsv2', 'spot', '--action=stop']],
    [['-Ip', '1400', 'spot', '-astop']],
    [['-a', 'stop', 'spot', '-Ip1400']],
    [['-p', '1338', 'spot', '-Ia', 'stop', '-p', '1400']],
  ])('%j', (words) => {
    expect(parsed(...words)).toEqual({ command: 'spot', given, rest: [] });
  });

  test.each(['-a', '--action'])('%s belongs to spot, not to the root', (flag) => {
    expect(refused(flag, 'stop')).toMatch(/^unknown (shorthand )?flag: /);
  });

  test('what stands after -- is no flag', () => {
    expect(parsed('spot', '--', '-I')).toEqual({ command: 'spot', given: {}, rest: ['-I'] });
  });
});

describe('values', () => {
  test.each([
    [['-x', '-1'], '-1'],
    [['-x=-1'], '-1'],
    [['-x-1'], '-1'],
    [['-x=1'], '1'],
    [['-x1'], '1'],
    [['--mock-ip-count', '-1'], '-1'],
    [['--mock-ip-count=-1'], '-1'],
    [['--mock-ip-count', '0x10'], '16'],
    [['-x', '5', '-x', '7'], '7'],
  ])('%j', (words, count) => {
    expect(parsed(...words).given).toEqual({ 'mock-ip-count': count });
  });

  test.each([
    [['-I'], 'true'],
    [['-I=false'], 'false'],
    [['--imdsv2=F'], 'false'],
    [['--imdsv2=1'], 'true'],
    [['-I', '--imdsv2=false'], 'false'],
  ])('%j', (words, value) => {
    expect(parsed(...words).given).toEqual({ imdsv2: value });
  });

  test('a bool takes no next word, so that word is the command', () => {
    expect(parsed('--imdsv2', 'spot').command).toBe('spot');
    expect(refused('--imdsv2', 'false')).toContain('unknown command "false"');
  });

  test.each([
    [['-n', ''], ''],
    [['--hostname='], ''],
    [['--hostname=a=b'], 'a=b'],
    [['-n=a=b'], 'a=b'],
  ])('%j', (words, value) => {
    expect(parsed(...words).given).toEqual({ hostname: value });
  });
});

describe('what is refused', () => {
  test.each([
    [['--prot', '1'], 'unknown flag: --prot. Did you mean --port?'],
    [['--zzzzzzzz'], 'unknown flag: --zzzzzzzz'],
    [['-z'], "unknown shorthand flag: 'z' in -z"],
    [['-Iz'], "unknown shorthand flag: 'z' in -Iz"],
    [['--port'], 'flag needs an argument: --port'],
    [['-p'], "flag needs an argument: 'p' in -p"],
    [['-Ip'], "flag needs an argument: 'p' in -Ip"],
    [['--=1'], 'bad flag syntax: --=1'],
    [['---port'], 'bad flag syntax: ---port'],
    [
      ['-d', 'soon'],
      'invalid argument "soon" for "-d, --mock-delay-sec" flag: strconv.ParseInt: parsing "soon": invalid syntax',
    ],
    [
      ['--rebalance-delay-sec', '9223372036854775808'],
      'invalid argument "9223372036854775808" for "--rebalance-delay-sec" flag: strconv.ParseInt: parsing "9223372036854775808": value out of range',
    ],
    [
      ['--imdsv2=maybe'],
      'invalid argument "maybe" for "-I, --imdsv2" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
  ])('%j', (words, message) => {
    expect(refused(...words)).toBe(message);
  });
});

const SAMPLE: Record<Flag['kind'], string> = { string: 'text', int: '-3', bool: 'true' };
const ALL = [
  ...GLOBAL_FLAGS.flatMap((flag) => [
    ['', flag],
    ['spot', flag],
    ['se', flag],
    ['asg', flag],
  ]),
  ...SPOT_FLAGS.map((flag) => ['spot', flag]),
  ...EVENT_FLAGS.map((flag) => ['events', flag]),
] as [string, Flag][];

test.each(ALL)('%s takes $name in every form', (command, { name, letter, kind }) => {
  const value = SAMPLE[kind];
  const joined = [[`--${name}=${value}`], ...(letter === undefined ? [] : [[`-${letter}=${value}`]])];
  const names = [`--${name}`, ...(letter === undefined ? [] : [`-${letter}`])];
  const apart = names.map((one) => (kind === 'bool' ? [one] : [one, value]));
  const forms = [...joined, ...apart];
  for (const form of forms) {
    const words = command === '' ? form : [command, ...form];
    expect(parsed(...words).given).toEqual({ [name]: value });
  }
});

test('no words make it throw', () => {
  const words = fc.constantFrom(
    '-',
    '--',
    '-x',
    '-x=1',
    '-I',
    '--port',
    '-=',
    '--a=b',
    'spot',
    '-1',
    '',
    'help',
    '-hv',
  );
  const given = fc.array(fc.oneof(words, fc.string()));
  fc.assert(
    fc.property(given, (some) => {
      expect(parseWords(some)).toHaveProperty('ok');
    }),
  );
});

test('every alias is a word of its own', () => {
  const words = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(new Set(words).size).toBe(words.length);
});
