// The commands that write what a run holds to a file, and take a file over.
import { Option } from 'commander';
import type { ExportFlags, ExportRequestsFlags } from '../commands/export.ts';
import type { ImportFlags } from '../commands/import.ts';
import { choiceFlag, fileName } from '../usage.ts';
import { type Adding, clientCommand, commandGroup } from './client-command.ts';
import { rightFilter } from './traffic-commands.ts';

export function addFileCommands(adding: Adding): void {
  addExport(adding);
  addImport(adding);
}

const loaded = () => import('../commands/export.ts');

function addExport({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'export', usual: 'world' }, 'write the world or the request log to a file', [
    'metadeck export world.json',
    'metadeck export > world.json',
    "metadeck export requests log.har --filter 'event:any'",
  ]);
  clientCommand(group, 'world', 'write the world, without credentials given by hand; import takes it', [
    'metadeck export world world.json',
  ])
    .argument('[file]', 'where to; standard output without it')
    .option('--force', 'write over a file that is there')
    .action((file: string | undefined, flags: ExportFlags) =>
      run(loaded().then(({ exportWorld }) => exportWorld(file, flags, terminal))),
    );
  clientCommand(group, 'requests', 'write the requests that the log keeps, whole', [
    'metadeck export requests log.har',
    "metadeck export requests --filter 'status:404' | jq .target",
  ])
    .argument('[file]', 'where to; standard output without it')
    .addOption(choiceFlag('--format <format>', 'har for a file that ends so, else ndjson', ['ndjson', 'har']))
    .option('--filter <filter>', 'only requests that match, as in the panel’s filter box', rightFilter)
    .option('--force', 'write over a file that is there')
    .action((file: string | undefined, flags: ExportRequestsFlags) =>
      run(loaded().then(({ exportRequests }) => exportRequests(file, flags, terminal))),
    );
}

function addImport({ to, terminal, run }: Adding): void {
  clientCommand(to, 'import', 'take over an exported world, or make one out of an AEMM configuration', [
    'metadeck import world.json',
    'metadeck import aemm-config.yaml --world ci.json',
  ])
    .argument('<file>', 'a world, or the configuration as ec2-metadata-mock reads it, by its suffix')
    .option('--world <file>', 'write the world to this file, and leave runs alone', fileName)
    .addOption(new Option('--dry-run', 'only say what it would change in what runs').conflicts('world'))
    .action((file: string, flags: ImportFlags) =>
      run(import('../commands/import.ts').then(({ importFile }) => importFile(file, flags, terminal))),
    );
}
