// The commands that say who gets notices.
import { type Command, InvalidArgumentError } from 'commander';
import { GROUPS, MAX_PLACES } from '../../../app/events/kinds.ts';
import type { ClientFlags } from '../client-flags.ts';
import { freePlaces, givePlace, type GroupFlags, setAudience, showAudience } from '../commands/audience.ts';
import { choiceFlag, numberFrom } from '../usage.ts';
import { type Adding, commandGroup, instanceCommand } from './client-command.ts';

export function addAudienceCommands({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'audience', usual: 'show' }, 'show or say who gets notices', [
    'metadeck audience',
    'metadeck audience everyone',
    'metadeck audience first 2 --group spot',
    'metadeck audience only 10.0.0.7 10.0.0.8',
    'metadeck audience give 10.0.0.7',
  ]);
  instanceCommand(group, 'show', 'show the rules, who holds a place, and who came too late', [
    'metadeck audience show --json',
  ]).action((flags: ClientFlags) => run(showAudience(flags, terminal)));
  addRules({ to: group, terminal, run });
  ofGroup(group, 'give', 'give a client a place, taking the one taken first where none is free', [
    'metadeck audience give 10.0.0.7 --group spot',
  ])
    .argument('<client>', 'its address')
    .action((client: string, flags: GroupFlags) => run(givePlace(client, flags, terminal)));
  ofGroup(group, 'free', 'free the places', ['metadeck audience free']).action((flags: GroupFlags) =>
    run(freePlaces(flags, terminal)),
  );
}

function addRules({ to, terminal, run }: Adding): void {
  ofGroup(to, 'first', 'the first so many clients that ask', ['metadeck audience first 2'])
    .argument('<count>', `how many, 1 to ${MAX_PLACES}`, numberFrom(1, MAX_PLACES))
    .action((count: number, flags: GroupFlags) => run(setAudience({ kind: 'first', count }, flags, terminal)));
  ofGroup(to, 'everyone', 'every client', ['metadeck audience everyone']).action((flags: GroupFlags) =>
    run(setAudience({ kind: 'everyone' }, flags, terminal)),
  );
  ofGroup(to, 'nobody', 'no client', ['metadeck audience nobody --group lifecycle']).action((flags: GroupFlags) =>
    run(setAudience({ kind: 'nobody' }, flags, terminal)),
  );
  ofGroup(to, 'only', 'the clients with these addresses', ['metadeck audience only 10.0.0.7'])
    .argument('<clients...>', 'their addresses', addresses)
    .action((clients: string[], flags: GroupFlags) => run(setAudience({ kind: 'only', clients }, flags, terminal)));
}

function ofGroup(to: Command, usage: string, description: string, lines: string[]): Command {
  return instanceCommand(to, usage, description, lines).addOption(
    choiceFlag('--group <group>', 'of these notices alone, not of all three kinds', GROUPS),
  );
}

/** With blanks or commas between them. */
function addresses(given: string, before: string[] = []): string[] {
  const some = given.split(',').filter(Boolean);
  if (some.length === 0) throw new InvalidArgumentError('An address is needed, such as 10.0.0.7.');
  return [...before, ...some];
}
