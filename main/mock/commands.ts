// The commands as data: names, aliases, what their help says, and the flags that are theirs alone (aemm.md 1).
import { SHELLS } from './completion-scripts.ts';
import { EVENT_FLAGS, GLOBAL_FLAGS, SPOT_FLAGS, type Flag } from './flags.ts';

export const BINARY = 'ec2-metadata-mock';

/** The release of AEMM whose place this command takes; scripts look at the beginning. */
export const AEMM_VERSION = 'v1.13.0';

type CommandName = 'root' | 'spot' | 'events' | 'asglifecycle' | 'help' | 'completion';

/** Those that serve metadata. */
export type MockName = Exclude<CommandName, 'help' | 'completion'>;

export type Command = {
  name: CommandName;
  aliases: readonly string[];
  /** One line in the list of commands. */
  short: string;
  /** The first lines of its help. */
  long: string;
  usage: string;
  examples: readonly string[];
  flags: readonly Flag[];
};

export const ROOT: Command = {
  name: 'root',
  aliases: [],
  short: 'Tool to mock Amazon EC2 instance metadata',
  long: `${BINARY} is a tool to mock Amazon EC2 instance metadata.`,
  usage: `${BINARY} <command> [arguments] [flags]\n  ${BINARY} [command]`,
  examples: [
    `${BINARY} --mock-delay-sec 10\tmocks all metadata paths`,
    `${BINARY} spot --action terminate\tmocks the spot interruption only`,
  ],
  flags: [],
};

const ASG: Command = {
  name: 'asglifecycle',
  aliases: ['autoscaling', 'asg'],
  short: 'Mock EC2 ASG Lifecycle target-lifecycle-state',
  long: 'Mock EC2 ASG Lifecycle target-lifecycle-state',
  usage: `${BINARY} asglifecycle [flags]`,
  examples: [
    `${BINARY} asglifecycle -h\tasglifecycle help`,
    `${BINARY} asglifecycle --asg-termination-delay-sec 10\tmocks the change from InService to Terminated after ten seconds`,
  ],
  flags: [],
};

const COMPLETION: Command = {
  name: 'completion',
  aliases: [],
  short: 'Generate the autocompletion script for a shell',
  long: `Print a script that completes commands and flags of ${BINARY} in a shell: ${SHELLS.join(', ')}.`,
  usage: `${BINARY} completion [command]`,
  examples: [
    `source <(${BINARY} completion bash)`,
    `${BINARY} completion fish > ~/.config/fish/completions/${BINARY}.fish`,
  ],
  flags: [],
};

const EVENTS: Command = {
  name: 'events',
  aliases: ['se', 'scheduledevents'],
  short: 'Mock EC2 maintenance events',
  long: 'Mock EC2 maintenance events',
  usage: `${BINARY} events [--code CODE] [--state STATE] [--not-after] [--not-before-deadline] [flags]`,
  examples: [
    `${BINARY} events -h\tevents help`,
    `${BINARY} events -o instance-stop --state active\tmocks a scheduled stop of the instance`,
  ],
  flags: EVENT_FLAGS,
};

const HELP: Command = {
  name: 'help',
  aliases: [],
  short: 'Help about any command',
  long: `Print the help of a command: ${BINARY} help [command].`,
  usage: `${BINARY} help [command] [flags]`,
  examples: [`${BINARY} help spot`],
  flags: [],
};

const SPOT: Command = {
  name: 'spot',
  aliases: [],
  short: 'Mock EC2 Spot interruption notice',
  long: 'Mock EC2 Spot interruption notice',
  usage: `${BINARY} spot [--action ACTION] [flags]`,
  examples: [
    `${BINARY} spot -h\tspot help`,
    `${BINARY} spot -d 5 --action terminate\tmocks the spot interruption only, after five seconds`,
  ],
  flags: SPOT_FLAGS,
};

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [ASG, COMPLETION, EVENTS, HELP, SPOT];

/** The command of that name or alias. */
export function commandNamed(word: string): Command | undefined {
  return COMMANDS.find(({ name, aliases }) => name === word || aliases.includes(word));
}

/** Every flag that a command takes, but help and version. */
export function flagsOf(command: Command): readonly Flag[] {
  return [...command.flags, ...GLOBAL_FLAGS];
}
