// The commands that list what an instance says, and the facts behind it.
import type { ClientFlags } from '../client-flags.ts';
import type { PathsFlags, SetFactFlags } from '../commands/facts.ts';
import { type Adding, clientCommand, commandGroup, instanceCommand } from './client-command.ts';

const loaded = () => import('../commands/facts.ts');

export function addFactCommands({ to, terminal, run }: Adding): void {
  instanceCommand(to, 'paths', 'list the paths of the instance, with their values and where these come from', [
    'metadeck paths',
    'metadeck paths meta-data/placement/',
    'metadeck paths --changed',
  ])
    .argument('[under]', 'only those below this path')
    .option('--changed', 'only those that differ from the preset')
    .option('--all', 'those that this instance has not, too')
    .action((under: string | undefined, flags: PathsFlags) =>
      run(loaded().then(({ listPaths }) => listPaths(under, flags, terminal))),
    );
  addFacts({ to, terminal, run });
}

function addFacts({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'facts', usual: 'list' }, 'list or change the facts that paths follow from', [
    'metadeck facts',
    'metadeck facts set instanceType c7g.large',
    'metadeck facts set keyPair null --dry-run',
  ]);
  instanceCommand(group, 'list', 'list the facts', ['metadeck facts list --json']).action((flags: ClientFlags) =>
    run(loaded().then(({ listFacts }) => listFacts(flags, terminal))),
  );
  clientCommand(group, 'choices', 'list what AWS has: Regions with their zones, and instance types', [
    'metadeck facts choices',
    'metadeck facts choices --json | jq -r .instanceTypes[]',
  ]).action((flags: ClientFlags) => run(loaded().then(({ listChoices }) => listChoices(flags, terminal))));
  instanceCommand(group, 'set', 'change a fact, and what follows from it', [
    'metadeck facts set instanceType c7g.large',
    'metadeck facts set keyPair null --dry-run',
  ])
    .argument('<name>', 'the fact, as facts lists it')
    .argument('<value>', 'a text, or JSON; a list may be written with commas')
    .option('--dry-run', 'only say what would change')
    .action((name: string, value: string, flags: SetFactFlags) =>
      run(loaded().then(({ setFact }) => setFact(name, value, flags, terminal))),
    );
}
