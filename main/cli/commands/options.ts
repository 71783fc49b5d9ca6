// The metadata options of the instance: the flags that name them, and the command that shows and changes them.
import type { Command } from 'commander';
import type { Options, OptionsPatch } from '../../../app/world/options.ts';
import { carryOut, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { table, type Terminal } from '../output.ts';
import { choiceFlag, numberFrom } from '../usage.ts';

type Switch = 'enabled' | 'disabled';

export type OptionFlags = {
  httpTokens?: 'optional' | 'required';
  httpEndpoint?: Switch;
  hopLimit?: number;
  ipv6?: Switch;
  tags?: Switch;
};

const SWITCH = ['enabled', 'disabled'];

export function addOptionFlags(command: Command): Command {
  return command
    .addOption(choiceFlag('--http-tokens <mode>', 'whether a request needs a token', ['optional', 'required']))
    .addOption(choiceFlag('--http-endpoint <switch>', 'disabled is 403 for everything', SWITCH))
    .option('--hop-limit <hops>', 'how far the answer to a PUT for a token gets, 1 to 64', numberFrom(1, 64))
    .addOption(choiceFlag('--ipv6 <switch>', 'whether fd00:ec2::254 answers', SWITCH))
    .addOption(choiceFlag('--tags <switch>', 'whether tags/ is there', SWITCH));
}

/** The options that the flags name. */
export function optionsFrom({ httpTokens, httpEndpoint, hopLimit, ipv6, tags }: OptionFlags): OptionsPatch {
  return {
    ...(httpTokens === undefined ? {} : { httpTokens }),
    ...(httpEndpoint === undefined ? {} : { httpEndpoint }),
    ...(hopLimit === undefined ? {} : { httpPutResponseHopLimit: hopLimit }),
    ...(ipv6 === undefined ? {} : { httpProtocolIpv6: ipv6 }),
    ...(tags === undefined ? {} : { instanceMetadataTags: tags }),
  };
}

/** Shows the options; those that flags name are changed first. */
export function options(flags: ClientFlags & OptionFlags, terminal: Terminal): Promise<ExitCode> {
  const patch = optionsFrom(flags);
  if (Object.keys(patch).length === 0) return carryOut('options.get', {}, { flags, terminal }, inWords);
  return carryOut('options.patch', patch, { flags, terminal }, inWords);
}

/** Named as in EC2's own API. */
function inWords(given: Options): string {
  return table([
    ['HttpTokens', given.httpTokens],
    ['HttpEndpoint', given.httpEndpoint],
    ['HttpPutResponseHopLimit', String(given.httpPutResponseHopLimit)],
    ['HttpProtocolIpv6', given.httpProtocolIpv6],
    ['InstanceMetadataTags', given.instanceMetadataTags],
  ]);
}
