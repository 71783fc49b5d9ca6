// Every flag of AEMM as data: name, letter, type, the configuration key that it sets, and its help (aemm.md 2).
import { EVENT_CODES, EVENT_STATES, SPOT_ACTIONS } from '../../server/aemm/check.ts';

export type Flag = {
  name: string;
  letter?: string;
  kind: 'string' | 'int' | 'bool';
  /** The configuration key that it sets; null for those that only ask for something to be printed. */
  key: string | null;
  help: string;
  /** A default that the help names as pflag does. */
  shown?: string;
};

function delay(name: string, what: string): Flag {
  const help = `seconds from the start of the mock until ${what} (default: 0 seconds)`;
  return { name, kind: 'int', key: name, help };
}

function trigger(name: string, what: string, before: string): Flag {
  const help = `time in RFC3339 format at which ${what}; it goes before ${before} (default: none)`;
  return { name, kind: 'string', key: name, help };
}

/** For each command, before or after its name. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  delay('asg-termination-delay-sec', 'the target lifecycle state is Terminated'),
  trigger('asg-termination-trigger-time', 'the target lifecycle state becomes Terminated', 'asg-termination-delay-sec'),
  {
    name: 'config-file',
    letter: 'c',
    kind: 'string',
    key: 'config-file',
    help: 'configuration file: JSON, YAML, TOML, properties, HCL, dotenv or INI, by its suffix (default: $HOME/aemm-config.json)',
  },
  {
    name: 'hostname',
    letter: 'n',
    kind: 'string',
    key: 'server.hostname',
    help: 'address on which the mock listens (default: 0.0.0.0)',
  },
  {
    name: 'imdsv2',
    letter: 'I',
    kind: 'bool',
    key: 'imdsv2',
    help: 'IMDSv2 only: refuse requests without a session token (default: false, both IMDSv1 and IMDSv2)',
  },
  { ...delay('mock-delay-sec', 'the spot interruption and the scheduled event are there'), letter: 'd' },
  {
    name: 'mock-ip-count',
    letter: 'x',
    kind: 'int',
    key: 'mock-ip-count',
    help: 'how many client addresses get notices: the first that ask; -1 for all, 0 for none',
    shown: '2',
  },
  trigger('mock-trigger-time', 'the spot interruption and the scheduled event are there', 'mock-delay-sec'),
  {
    name: 'port',
    letter: 'p',
    kind: 'string',
    key: 'server.port',
    help: 'port on which the mock listens (default: 1338)',
  },
  delay('rebalance-delay-sec', 'the rebalance recommendation is there'),
  trigger('rebalance-trigger-time', 'the rebalance recommendation is there', 'rebalance-delay-sec'),
  {
    name: 'save-config-to-file',
    letter: 's',
    kind: 'bool',
    key: 'save-config-to-file',
    help: 'save the settings in effect to .ec2-metadata-mock/.aemm-config-used.json in $HOME, or in the working directory without one (default: false)',
  },
  {
    name: 'watch-config-file',
    letter: 'w',
    kind: 'bool',
    key: 'watch-config-file',
    help: 'follow the configuration file that is in use: an edit holds at once (default: false)',
  },
];

export const SPOT_FLAGS: readonly Flag[] = [
  {
    name: 'action',
    letter: 'a',
    kind: 'string',
    key: 'spot.action',
    help: `action of the spot interruption notice (default: terminate)\none of: ${SPOT_ACTIONS.join(',')}`,
  },
  {
    name: 'rebalance-rec-time',
    letter: 'r',
    kind: 'string',
    key: 'spot.rebalance-rec-time',
    help: 'time in the rebalance recommendation, in RFC3339 format (default: the time of each request)',
  },
  {
    name: 'time',
    letter: 't',
    kind: 'string',
    key: 'spot.time',
    help: 'time in the interruption notice, in RFC3339 format, e.g. 2020-01-07T01:03:47Z (default: two minutes after each request, in UTC)',
  },
];

export const EVENT_FLAGS: readonly Flag[] = [
  {
    name: 'code',
    letter: 'o',
    kind: 'string',
    key: 'events.code',
    help: `code of the scheduled event (default: system-reboot)\none of: ${EVENT_CODES.join(',')}`,
  },
  {
    name: 'not-after',
    letter: 'a',
    kind: 'string',
    key: 'events.not-after',
    help: 'latest end of the scheduled event, in RFC3339 format (default: seven days after the start of the mock)',
  },
  {
    name: 'not-before',
    letter: 'b',
    kind: 'string',
    key: 'events.not-before',
    help: 'earliest start of the scheduled event, in RFC3339 format (default: the start of the mock)',
  },
  {
    name: 'not-before-deadline',
    letter: 'l',
    kind: 'string',
    key: 'events.not-before-deadline',
    help: 'deadline for the start of the scheduled event, in RFC3339 format (default: nine days after the start of the mock)',
  },
  {
    name: 'state',
    letter: 't',
    kind: 'string',
    key: 'events.state',
    help: `state of the scheduled event (default: active)\none of: ${EVENT_STATES.join(',')}`,
  },
];
