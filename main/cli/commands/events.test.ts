// The commands on events against a real run.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventView } from '../../../app/contract/events.ts';
import { type InProcess, startedInProcess } from '../in-process.example.ts';
import { fetched } from '../process.example.ts';

let served: InProcess;
const run: InProcess['run'] = (...words) => served.run(...words);
beforeAll(async () => {
  served = await startedInProcess();
});
afterAll(() => served.stop());

async function events(...words: string[]): Promise<EventView[]> {
  const { out } = await run('events', ...words, '--json');
  return (JSON.parse(out) as { items: EventView[] }).items;
}

test('maintenance at its own times, with its own words', async () => {
  const times = ['--not-before', '2040-01-21T09:00:00+01:00', '--not-after', '2040-01-21T11:00:00Z'];
  const fired = await run('maintenance', 'system-maintenance', ...times, '--description', 'A disk is failing.');
  expect(fired).toMatchObject({ code: 0, err: [] });
  const [shown] = JSON.parse(await fetched(`${served.endpoint}/latest/meta-data/events/maintenance/scheduled`)) as [
    Record<string, string>,
  ];
  expect(shown).toMatchObject({
    Code: 'system-maintenance',
    NotBefore: '21 Jan 2040 08:00:00 GMT',
    NotAfter: '21 Jan 2040 11:00:00 GMT',
    Description: 'A disk is failing.',
  });
  await run('maintenance', 'instance-stop', '--not-before', '2h');
  const [newest] = await events();
  if (newest?.kind !== 'maintenance') throw new Error('There is no maintenance.');
  const ahead = Date.parse(newest.notBefore) - Date.parse(newest.firedAt);
  expect(Math.abs(ahead - 2 * 3_600_000)).toBeLessThan(30_000);
  const wrong = await run('maintenance', 'system-reboot', '--not-before', '3h', '--not-after', '1h');
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err[0]).toMatch(/notAfter lies before notBefore/);
  await run('withdraw', '--all');
});

test('what comes later, one that is moved on alone, and the list of all', async () => {
  expect((await run('rebalance', '--in', '600')).out).toMatch(/^rebalance recommendation +scheduled +notice /);
  expect((await run('interrupt', '--in', '900')).out).toMatch(/^spot interruption \(terminate\) +scheduled +notice /);
  const [interruption, rebalance] = await events();
  expect([interruption?.phase, rebalance?.phase]).toEqual(['scheduled', 'scheduled']);
  await run('skip', 'notice', '--event', interruption?.id ?? '');
  expect((await events()).map(({ phase }) => phase)).toEqual(['noticed', 'scheduled']);
  expect((await run('complete')).out).toBe(`Completed spot interruption (terminate) ${interruption?.id}.\n`);
  expect((await events()).map(({ kind }) => kind)).toEqual(['rebalance-recommendation']);
  expect((await events('list', '--all')).map(({ phase }) => phase)).toEqual(['completed', 'scheduled']);
  await run('withdraw', '--all');
  expect(await run('events')).toEqual({ code: 0, out: 'No unfinished events.\n', err: [] });
});

test('one event whole, with who has read it', async () => {
  const fired = JSON.parse((await run('interrupt', '--json')).out) as { events: [EventView] };
  const [{ id }] = fired.events;
  expect((await run('events', 'show', id)).out).toMatch(/\nRead by +nobody yet\n$/);
  await fetched(`${served.endpoint}/latest/meta-data/spot/instance-action`);
  const { out } = await run('events', 'show', id);
  expect(out).toMatch(new RegExp(`^Event +spot interruption \\(terminate\\) ${id}\n`));
  expect(out).toMatch(/\nRead by +127\.0\.0\.1 \+[\d.]+ m?s, once\n$/);
  expect(await run('events', 'show', 'spot-0')).toEqual({
    code: 1,
    out: '',
    err: ['There is no event spot-0; "metadeck events --all" lists them.'],
  });
  await run('withdraw', id);
});

test('lifecycle later', async () => {
  const { out } = await run('lifecycle', 'Terminated', '--in', '60');
  expect(out).toMatch(/^lifecycle \(Terminated\) +scheduled +notice /);
});

test('an instance that is not there is refused', async () => {
  expect(await run('interrupt', '--instance', 'web-9')).toEqual({
    code: 1,
    out: '',
    err: ['There is no instance web-9; leave it out for the first one.'],
  });
});
