// Everything that HTTP can do, the command line can: each operation has words that ask for it, or a reason why none do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract, type OperationName } from '../../app/contract/contract.ts';
import type { EventView } from '../../app/contract/events.ts';
import { type InProcess, startedInProcess } from './in-process.example.ts';
import { fetched, folder } from './process.example.ts';

/** Words that ask for an operation; those before them, whose outcome does not count, make it possible. */
type Words = { words: string[] | ((on: InProcess) => Promise<string[]>); before?: string[][] };
type Row = Words | { reason: string };

const COMMANDS: Record<OperationName, Row> = {
  'status.get': { words: ['status'] },
  'server.start': { words: ['server', 'start', '--port', '0'], before: [['server', 'stop']] },
  'server.stop': { words: ['server', 'stop'] },
  'server.restart': { words: ['server', 'restart', '--port', '0'] },
  'control.rotate-token': { words: ['server', 'rotate-token'] },
  'certificate.get': { words: ['certificate'] },
  'settings.get': { words: ['settings'] },
  'settings.patch': { words: ['settings', 'set', 'keptRequests', '500'] },
  'world.get': { words: ['export'] },
  'world.put': {
    words: ['import', `${folder}/world.json`],
    before: [['export', `${folder}/world.json`, '--force']],
  },
  'world.compare': {
    words: ['import', `${folder}/world.json`, '--dry-run'],
    before: [['export', `${folder}/world.json`, '--force']],
  },
  'world.import': {
    reason:
      'import makes the world out of an AEMM configuration itself and sends it with world.put, since the file may lie where the run can not read',
  },
  'metadata.list': { words: ['paths'] },
  'metadata.set': { words: ['set', 'meta-data/instance-type', 'c7g.large'] },
  'metadata.reset': { words: ['unset', 'meta-data/'] },
  'metadata.preview': { words: ['get', 'meta-data/instance-id'] },
  'server.probe': { words: ['probe', 'meta-data/instance-id'] },
  'facts.get': { words: ['facts'] },
  'facts.choices': { words: ['facts', 'choices'] },
  'facts.patch': { words: ['facts', 'set', 'instanceType', 'c7g.large'] },
  'presets.list': { reason: 'presets lists them without a run, which knows no others' },
  'presets.apply': { words: ['new', '--preset', 'bare'] },
  'credentials.get': { words: ['credentials'] },
  'credentials.rotate': { words: ['credentials', '--rotate'] },
  'options.get': { words: ['options'] },
  'options.patch': { words: ['options', '--hop-limit', '2'] },
  'events.list': { words: ['events'] },
  'events.withdraw': { words: ['withdraw', '--all'] },
  'events.withdraw-one': { words: async (on) => ['withdraw', await firedEvent(on)] },
  'events.interrupt': { words: ['interrupt'] },
  'events.rebalance': { words: ['rebalance'] },
  'events.maintenance': { words: ['maintenance', 'system-reboot'] },
  'events.lifecycle': { words: ['lifecycle', 'Terminated'] },
  'events.skip': { words: ['skip', 'action'], before: [['interrupt']] },
  'events.cancel': { words: ['cancel'], before: [['interrupt']] },
  'events.complete': { words: ['complete'], before: [['interrupt']] },
  'audience.get': { words: ['audience'] },
  'audience.set': { words: ['audience', 'everyone'] },
  'audience.free': { words: ['audience', 'free'] },
  'audience.give': { words: ['audience', 'give', '10.0.0.7'], before: [['audience', 'first', '2']] },
  'world.undo': { words: ['undo'], before: [['interrupt']] },
  'world.redo': { words: ['redo'], before: [['interrupt'], ['undo']] },
  'requests.list': { words: ['requests'] },
  'requests.get': { words: async (on) => ['requests', 'show', await loggedRequest(on)] },
  'requests.export': { words: ['export', 'requests'], before: [['probe', 'meta-data/']] },
  'requests.export-page': { words: ['export', 'requests'], before: [['probe', 'meta-data/']] },
  'requests.entries': { reason: 'requests show has one whole, and export requests all that match' },
  'requests.clear': { words: ['requests', 'clear'] },
  'tokens.list': { words: ['tokens'] },
  'tokens.revoke': { words: async (on) => ['tokens', 'expire', await issuedToken(on)] },
  'tokens.revoke-all': { words: ['tokens', 'expire', '--all'] },
  'clients.list': { words: ['clients'] },
  'clients.patch': { words: ['clients', 'hops', '10.0.0.7', '2'] },
};

async function firedEvent(on: InProcess): Promise<string> {
  const { events } = JSON.parse((await on.run('interrupt', '--json')).out) as { events: [EventView] };
  return events[0].id;
}

async function loggedRequest(on: InProcess): Promise<string> {
  await fetched(`${on.endpoint}/latest/meta-data/instance-id`);
  return '1';
}

async function issuedToken(on: InProcess): Promise<string> {
  const response = await fetch(`${on.endpoint}/latest/api/token`, {
    method: 'PUT',
    headers: { 'X-aws-ec2-metadata-token-ttl-seconds': '60' },
  });
  await response.text();
  return (await on.did('tokens.list')).items[0]?.id ?? 'none';
}

test('no operation is without a row', () => {
  expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(contract).sort());
});

const rows = Object.entries(COMMANDS).map(([name, row]) => ({ name, row }));

describe('asked for by a command', () => {
  let on: InProcess;
  beforeEach(async () => {
    on = await startedInProcess();
  });
  afterEach(() => on.stop());

  test.each(rows.flatMap(({ name, row }) => ('words' in row ? [{ name, ...row }] : [])))(
    '$name',
    async ({ name, words, before = [] }) => {
      for (const one of before) await on.run(...one);
      const given = Array.isArray(words) ? words : await words(on);
      on.asked.length = 0;
      expect(await on.run(...given)).toMatchObject({ code: 0, err: [] });
      expect(on.asked).toContain(name);
    },
  );

  test.each(rows.flatMap(({ name, row }) => ('words' in row ? [{ name, ...row }] : [])))(
    '$name, answered as JSON on one line',
    async ({ words, before = [] }) => {
      for (const one of before) await on.run(...one);
      const given = Array.isArray(words) ? words : await words(on);
      const { code, out } = await on.run(...given, '--json');
      expect(code).toBe(0);
      expect(out.trimEnd().split('\n')).toHaveLength(1);
      expect(() => void JSON.parse(out)).not.toThrow();
    },
  );
});

test.each(rows.flatMap(({ name, row }) => ('reason' in row ? [{ name, ...row }] : [])))(
  '$name has a reason to have none',
  ({ reason }) => {
    expect(reason).toMatch(/\w+ \w+/);
  },
);
