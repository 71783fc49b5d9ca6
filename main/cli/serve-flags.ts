// The flags of serve, which `npm start` takes too.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { hostsFrom, hostsProblem } from '../../app/allowed-hosts.ts';
import { PRESET_NAMES } from '../../app/metadata/presets/names.ts';
import { addOptionFlags } from './commands/options.ts';
import { fileName, choiceFlag, numberFrom } from './usage.ts';

/** For commander: a port, or 0 for a free one. */
export const portNumber = numberFrom(0, 65_535);

export function addServeFlags(command: Command): Command {
  command
    .option('--port <port>', 'where clients ask; 0 picks a free port', portNumber, 1338)
    .option('--host <address>', 'the address to listen on; 0.0.0.0 for all (default: 127.0.0.1 and ::1)', hostAddress)
    .option(
      '--allow-host <name>',
      'answer to this host name too, or with *. in front to all below it; repeatable',
      allowHost,
    )
    .option(
      '--control-port <port>',
      'where the panel and the control API are (default: 1339, or a free one)',
      portNumber,
    )
    .addOption(choiceFlag('--preset <name>', 'the instance to begin with', PRESET_NAMES).default('spot'))
    .addOption(
      new Option('--imdsv2', 'refuse requests without a token, as --http-tokens required').conflicts('httpTokens'),
    )
    .option('--world <file>', 'keep the world in this file; without it nothing is saved', fileName)
    .option('--read-only', 'open the file of --world without saving what is changed')
    .option('--open', 'open the panel in the default browser')
    .option('--json', 'print one line of JSON with endpoint, control, token and pid');
  return addOptionFlags(command);
}

/** Each time it is given adds to those before. */
function allowHost(given: string, before: string[] = []): string[] {
  const hosts = hostsFrom(given);
  const problem = hosts.length === 0 ? 'A host name is needed, such as imds.example.com.' : hostsProblem(hosts);
  if (problem !== null) throw new InvalidArgumentError(problem);
  return [...before, ...hosts];
}

/** For commander: an address to listen on. */
export function hostAddress(given: string): string {
  const address = given.replace(/^\[(.*)\]$/, '$1');
  if (/^[\w.:%-]{1,255}$/.test(address)) return address;
  throw new InvalidArgumentError('An address is needed, such as 127.0.0.1, ::1 or 0.0.0.0.');
}
