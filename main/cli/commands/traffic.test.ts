// The commands on what has happened, and on who gets notices, against a real run.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InProcess, startedInProcess } from '../in-process.example.ts';
import { fetched } from '../process.example.ts';

let served: InProcess;
const run: InProcess['run'] = (...words) => served.run(...words);
beforeAll(async () => {
  served = await startedInProcess();
});
afterAll(() => served.stop());

const NOTICE = '/latest/meta-data/spot/instance-action';

async function token(): Promise<string> {
  const headers = { 'X-aws-ec2-metadata-token-ttl-seconds': '600' };
  return (await fetch(`${served.endpoint}/latest/api/token`, { method: 'PUT', headers })).text();
}

test('requests are listed, found by a filter, shown whole and cleared', async () => {
  await fetched(`${served.endpoint}/latest/meta-data/instance-id`);
  for (let count = 0; count < 3; count += 1) await fetched(`${served.endpoint}${NOTICE}`);
  expect((await run('requests', '--limit', '2')).out.trimEnd().split('\n')).toHaveLength(2);
  const found = await run('requests', '--limit', '1', '--filter', 'path:instance-id');
  expect(found.out).toMatch(/^[\d:]+ {2}127\.0\.0\.1 +v1 {2}GET 200 {2}\/latest\/meta-data\/instance-id {2}/);
  const whole = await run('requests', 'show', '1');
  expect(whole.out).toMatch(/^Request 1 from 127\.0\.0\.1 port \d+ at [\d:]+, answered in [\d.]+ ms\n/);
  expect(whole.out).toMatch(/\n\nGET \/latest\/meta-data\/instance-id\n/i);
  expect(whole.out).toMatch(/\n200 OK\n[^]*\n\ni-[0-9a-f]{17}\n\nWhy: .+\n {2}1\. /);
  expect(await run('requests', 'show', '99')).toMatchObject({ code: 1, out: '' });
  expect((await run('requests', 'clear')).out).toBe(
    'Cleared 4 requests; "metadeck undo" brings them back within 10 s.\n',
  );
  expect(await run('requests')).toEqual({ code: 0, out: '', err: [] });
});

test('a probe and a replay print what came, and fail where it failed', async () => {
  const probed = await run('probe', '/latest/meta-data/instance-id');
  expect(probed).toMatchObject({ code: 0, err: [] });
  expect(probed.out).toMatch(/^200 OK\n([\w-]+: .+\n)+\ni-[0-9a-f]{17}\n$/);
  const missing = await run('probe', 'meta-data/nothing');
  expect(missing.code).toBe(1);
  expect(missing.out).toMatch(/^404 Not Found\n/);
  expect(missing.err).toHaveLength(1);
  await fetched(`${served.endpoint}/latest/meta-data/ami-id`);
  const { items } = JSON.parse((await run('requests', '--limit', '1', '--json')).out) as {
    items: [{ sequence: number }];
  };
  expect((await run('replay', String(items[0].sequence))).out).toMatch(/\nami-[0-9a-f]+\n$/);
});

test('clients have names and hops of your own', async () => {
  await fetched(`${served.endpoint}/latest/meta-data/instance-id`);
  expect((await run('clients', 'label', '127.0.0.1', 'payments')).out).toBe(
    '127.0.0.1, called payments, is 1 hop away.\n',
  );
  expect((await run('clients')).out).toMatch(/^127\.0\.0\.1 +payments +\d+ requests? +[\d:]+ +1 hop +\w+/);
  expect((await run('clients', 'label', '127.0.0.1')).out).toBe('127.0.0.1 is 1 hop away.\n');
  expect((await run('clients', 'hops', '10.0.0.7', '3')).out).toBe('10.0.0.7 is 3 hops away, as you said.\n');
  expect((await run('clients')).out).toMatch(/\n10\.0\.0\.7 +has not asked +3 hops\n$/);
  await run('clients', 'hops', '10.0.0.7', 'auto');
  expect((await run('clients')).out).not.toContain('10.0.0.7');
});

test('tokens are listed and end', async () => {
  const held = { headers: { 'X-aws-ec2-metadata-token': await token() } };
  await token();
  const listed = await run('tokens');
  expect(listed.out).toMatch(/^[0-9a-f]{16} {2}127\.0\.0\.1 {2}valid {2}\d+ min.* left +used 0 times\n/);
  const id = listed.out.split('\n')[1]?.split(' ')[0] ?? '';
  expect((await run('tokens', 'expire', id)).out).toContain(`${id}  127.0.0.1  revoked`);
  expect((await fetch(`${served.endpoint}/latest/meta-data/`, held)).status).toBe(401);
  expect((await run('tokens', 'expire', '--all')).out).toBe('Expired 1 token.\n');
  expect((await run('tokens', 'expire', '0000000000000000')).code).toBe(1);
});

test('who gets notices is said, and places are given and freed', async () => {
  expect((await run('audience', 'first', '1', '--group', 'spot')).out).toMatch(/^spot +first 1 +1 free\n/);
  await run('interrupt');
  await fetched(`${served.endpoint}${NOTICE}`);
  expect((await run('audience')).out).toMatch(/^spot +first 1 +1\. 127\.0\.0\.1 +0 free\n/);
  expect((await run('audience', 'free')).out).toMatch(/^spot +first 1 +1 free\n/);
  expect((await run('audience', 'give', '10.0.0.7')).out).toMatch(/^spot +first 1 +1\. 10\.0\.0\.7 +0 free\n/);
  expect((await run('get', 'meta-data/spot/instance-action')).code).toBe(1);
  expect((await run('get', 'meta-data/spot/instance-action', '--client', '10.0.0.7')).code).toBe(0);
  expect((await run('audience', 'only', '10.0.0.7,10.0.0.8', '10.0.0.9')).out).toMatch(
    /^spot +only 10\.0\.0\.7, 10\.0\.0\.8, 10\.0\.0\.9\nmaintenance +only 10/,
  );
  expect((await run('audience', 'nobody', '--group', 'lifecycle')).out).toMatch(/\nlifecycle +nobody\n$/);
  expect((await run('audience', 'everyone')).out).toBe(
    'spot         everyone\nmaintenance  everyone\nlifecycle    everyone\n',
  );
  expect((await run('audience', 'give', '10.0.0.7')).code).toBe(1);
  await run('withdraw', '--all');
});
