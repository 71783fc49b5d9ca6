// The next set of credentials, now and by itself, from the command line; and what it says of the sets that clients hold.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handClock } from '../../../server/clock.example.ts';
import { START } from '../../../server/runtime.example.ts';
import { type InProcess, startedInProcess } from '../in-process.example.ts';

const ROLE = '/latest/meta-data/iam/security-credentials/metadeck-role';

let running: InProcess;
const clock = handClock(START);
beforeAll(async () => {
  running = await startedInProcess({ clock });
});
afterAll(() => running.stop());

async function keyOf(headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${running.endpoint}${ROLE}`, { headers });
  return ((await response.json()) as { AccessKeyId: string }).AccessKeyId;
}

async function withToken(): Promise<Record<string, string>> {
  const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '60' };
  const response = await fetch(`${running.endpoint}/latest/api/token`, { method: 'PUT', headers });
  return { 'x-aws-ec2-metadata-token': await response.text() };
}

test('it says which sets there are, who holds which, and which are older', async () => {
  const first = await keyOf();
  clock.move(5000);
  const { code, out } = await running.run('credentials', '--rotate');
  const [v1, v2] = [await keyOf(), await keyOf(await withToken())];
  expect(code).toBe(0);
  const lines = out.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
  const until = 'until 2024-08-01T18:19:05.000Z';
  expect(lines.slice(0, 6)).toEqual([
    'The role metadeck-role has fresh credentials, made up here.',
    'Set 2; the next one comes at 2024-08-01T12:59:05.000Z, then every 1 h.',
    '',
    `role IMDSv1 ${v1} ${until}`,
    `role IMDSv2 ${v2} ${until}`,
    expect.stringMatching(/^instance IMDSv1 ASIA/),
  ]);
  expect(lines.at(-2)).toBe(
    `127.0.0.1 IMDSv1 ${first} read 2024-08-01T11:59:00.000Z: an older one, which stays usable, until 2024-08-01T18:19:00.000Z`,
  );
  expect((await running.run('credentials')).out).toContain(`read 2024-08-01T11:59:05.000Z: the newest`);
});

test('by itself as often as asked for', async () => {
  const { out } = await running.run('credentials', '--rotate-every', '10m', '--json');
  expect(JSON.parse(out)).toMatchObject({ everySeconds: 600, number: 2, nextAt: '2024-08-01T12:09:05.000Z' });
  const before = await keyOf();
  clock.move(600_000);
  expect(await keyOf()).not.toBe(before);
});

test.each(['10', '9s', '7h', '1.5h', 'often', '-10m'])('every %s is refused in one sentence', async (given) => {
  const { code, out, err } = await running.run('credentials', `--rotate-every=${given}`);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toEqual([expect.stringMatching(/A time from 10s to 6h is needed, such as 90s or 10m\.$/)]);
});
