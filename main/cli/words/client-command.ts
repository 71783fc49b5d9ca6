// What the words of all commands that talk to a run are made of.
import { type Command, Option } from 'commander';
import { controlUrl } from '../client-flags.ts';
import { COMMON_OPTIONS, examples, type Run } from '../examples.ts';
import type { Terminal } from '../output.ts';
import { numberFrom } from '../usage.ts';

/** Where commands are added, where they write, and who takes their outcome. */
export type Adding = { to: Command; terminal: Terminal; run: Run };

/** A command that talks to a run. `lines` can be run as they are. The first one in a group is what the group's name alone does. */
export function clientCommand(to: Command, usage: string, description: string, lines: string[]): Command {
  const command = to
    .command(usage, { isDefault: to.parent !== null && to.commands.length === 0 })
    .description(description)
    .addOption(
      common('--pid <pid>', 'the run that is meant, where there are several').argParser(numberFrom(1, 2 ** 31 - 1)),
    )
    .addOption(
      common('--control <url>', 'a run by its control address, with its token in METADECK_TOKEN').argParser(controlUrl),
    )
    .addOption(common('--json', 'print what was answered as JSON, on one line'));
  return examples(command, lines);
}

/** A command that works on an instance. */
export function instanceCommand(to: Command, usage: string, description: string, lines: string[]): Command {
  return clientCommand(to, usage, description, lines).addOption(
    common('--instance <name>', 'the instance that is meant, where there are several; the first one without it'),
  );
}

function common(flags: string, words: string): Option {
  return new Option(flags, words).helpGroup(COMMON_OPTIONS);
}

/** The first word of several commands; `usual` is the first of them, which it does alone. */
export function commandGroup(
  to: Command,
  { name, usual }: { name: string; usual: string },
  description: string,
  lines: string[],
): Command {
  const group = to.command(name).description(description).helpCommand(false).usage('[command] [options]');
  return examples(group.addHelpText('after', `\nAlone it is "metadeck ${name} ${usual}", with its options.`), lines);
}
