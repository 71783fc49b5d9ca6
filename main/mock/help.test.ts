// Help in the layout of cobra.
import { describe, expect, test } from 'vitest';
import { COMMANDS, flagsOf, ROOT, type Command } from './commands.ts';
import { helpOf } from './help.ts';

const ALL: Command[] = [ROOT, ...COMMANDS];

test.each(ALL)('of $name has what cobra shows, in its order', (command) => {
  const text = helpOf(command);
  const headings = [...text.matchAll(/^([A-Z][A-Za-z ]+):$/gm)].map(([, heading]) => heading);
  const expected = ['Usage', 'Aliases', 'Examples', 'Available Commands', 'Flags', 'Global Flags'];
  expect(headings).toEqual(expected.filter((heading) => headings.includes(heading)));
  expect(headings).toEqual(expect.arrayContaining(['Usage', 'Examples', 'Flags']));
  expect(text.startsWith(`${command.long}\n\nUsage:\n  ec2-metadata-mock`)).toBe(true);
  expect(text.endsWith('\n')).toBe(true);
});

test.each(ALL)('of $name lists every flag with its type', (command) => {
  const text = helpOf(command);
  for (const { name, letter, kind } of flagsOf(command)) {
    const names = letter === undefined ? `      --${name}` : `  -${letter}, --${name}`;
    expect(text).toMatch(new RegExp(`^${names}${kind === 'bool' ? '' : ` ${kind}`} {3,}\\S`, 'm'));
  }
  expect(text).toMatch(/^ {2}-h, --help {3,}help for /m);
});

describe('the root', () => {
  const text = helpOf(ROOT);

  test.each([
    'Usage:\n  ec2-metadata-mock <command> [arguments] [flags]\n  ec2-metadata-mock [command]\n',
    '  asglifecycle Mock EC2 ASG Lifecycle target-lifecycle-state\n',
    '  events       Mock EC2 maintenance events\n',
    '  help         Help about any command\n',
    '  spot         Mock EC2 Spot interruption notice\n',
    '(default 2)',
    '(default: 0.0.0.0)',
    '(default: 1338)',
    '(default: $HOME/aemm-config.json)',
    'Use "ec2-metadata-mock [command] --help" for more information about a command.\n',
  ])('has %j', (part) => {
    expect(text).toContain(part);
  });

  test('sorts its flags', () => {
    const names = [...text.matchAll(/--([\w-]+)(?: \w+)? {3}/g)].map(([, name]) => name);
    expect(names).toEqual([...names].sort((a = '', b = '') => (a < b ? -1 : 1)));
    expect(names).toHaveLength(15);
  });
});

test.each([
  ['spot', 'spot'],
  ['events', 'events, se, scheduledevents'],
  ['asglifecycle', 'asglifecycle, autoscaling, asg'],
])('%s names its aliases', (name, aliases) => {
  const command = COMMANDS.find((one) => one.name === name) ?? ROOT;
  expect(helpOf(command)).toContain(`Aliases:\n  ${aliases}\n`);
});

test('a second line of a flag stands under the first', () => {
  const lines = helpOf(COMMANDS.find(({ name }) => name === 'spot') ?? ROOT).split('\n');
  const at = lines.findIndex((line) => line.startsWith('  -a, --action'));
  expect(lines[at + 1]?.search(/\S/)).toBe(lines[at]?.indexOf('action of'));
  expect(lines[at + 1]?.trim()).toBe('one of: terminate,hibernate,stop');
});
