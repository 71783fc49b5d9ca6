// The command `credentials` as a process against a real `metadeck serve`: every way, and where secrets come from.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAll, fetched, finished, run, type Served, serve, SLOW, start } from '../process.example.ts';

const PATH = '/latest/meta-data/iam/security-credentials/metadeck-role';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const GIVEN = { AccessKeyId: 'ASIAIOSFODNN7EXAMPLE', SecretAccessKey: SECRET, SessionToken: 'IQoJb3JpZ2luX2Vj' };

let served: Served;
beforeAll(async () => {
  ({ served } = await serve());
}, SLOW);
afterAll(endAll);

async function document(): Promise<Record<string, string>> {
  return JSON.parse(await fetched(`${served.endpoint}${PATH}`)) as Record<string, string>;
}

/** What the command says first of all. */
async function changed(flag: string): Promise<string> {
  const { code, out, err } = await run('credentials', flag);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return firstLine(out);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

test('a role that fails, then expires, then is fresh', { timeout: 2 * SLOW }, async () => {
  expect(await changed('--fail')).toBe('The role metadeck-role has no credentials: AssumeRoleUnauthorizedAccess.');
  expect((await document())['Message']).toMatch(/^EC2 cannot assume the role metadeck-role\./);
  await run('credentials', '--fail', 'Other', '--message', 'Not now.');
  expect(await document()).toMatchObject({ Code: 'Other', Message: 'Not now.' });
  expect(await changed('--expired')).toBe('The role metadeck-role has expired credentials.');
  expect(Date.parse((await document())['Expiration'] ?? '')).toBeLessThan(Date.now());
  expect(await changed('--fresh')).toBe('The role metadeck-role has fresh credentials, made up here.');
  expect(Date.parse((await document())['Expiration'] ?? '')).toBeGreaterThan(Date.now());
});

describe('given by hand', () => {
  test('on standard input, and never shown', { timeout: SLOW }, async () => {
    const child = start(['credentials', '--stdin', '--expiration', '2030-01-01T00:00:00Z']);
    const ended = finished(child);
    child.stdin.end(JSON.stringify({ Credentials: GIVEN }));
    const line =
      'The role metadeck-role has credentials given by hand: ASIAIOSFODNN7EXAMPLE, expiration 2030-01-01T00:00:00Z.\n';
    const { code, out: said, err } = await ended;
    expect({ code, first: firstLine(said), err }).toEqual({ code: 0, first: line.trimEnd(), err: '' });
    expect(said).toMatch(/^role +both +ASIAIOSFODNN7EXAMPLE +until 2030-01-01T00:00:00.000Z$/m);
    expect(said).not.toContain('wJal');
    expect(await document()).toMatchObject({
      SecretAccessKey: SECRET,
      Token: 'IQoJb3JpZ2luX2Vj',
      Expiration: '2030-01-01T00:00:00Z',
    });
    const { out } = await run('credentials', '--json');
    expect(JSON.parse(out)).toMatchObject({ roleCredentials: { kind: 'given', secretAccessKey: 'wJal…' } });
  });

  test('from the environment', { timeout: SLOW }, async () => {
    const env = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test' };
    const ended = await finished(start(['credentials', '--env'], { ...env, AWS_CREDENTIAL_EXPIRATION: '' }));
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(await document()).toMatchObject({ AccessKeyId: 'test', SecretAccessKey: 'test', Token: 'test' });
  });

  test.each([
    ['half of them', JSON.stringify({ ...GIVEN, SessionToken: '' })],
    ['no JSON', SECRET],
  ])('%s is refused, and nothing is repeated', { timeout: SLOW }, async (_what, input) => {
    const child = start(['credentials', '--stdin']);
    const ended = finished(child);
    child.stdin.end(input);
    const { code, out, err } = await ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^metadeck: --stdin needs JSON with AccessKeyId, SecretAccessKey and SessionToken/);
    expect(err).not.toContain('wJal');
  });
});

test('no role at all, and back', { timeout: 2 * SLOW }, async () => {
  expect(await changed('--none')).toContain('There is no role, so no credentials of one are served.');
  expect(await fetched(`${served.endpoint}/latest/meta-data/iam/`)).toContain('404 - Not Found');
  await run('unset', 'meta-data/iam/');
  expect((await run('credentials')).out).toContain('has fresh credentials');
});

test.each([
  [['--fresh', '--expired'], 2, /'--fresh' cannot be used with option '--expired'/],
  [['--message', 'x'], 1, /^metadeck: --message is the message of a failure; use it with --fail\.\n$/],
  [
    ['--expiration', 'x'],
    1,
    /^metadeck: --expiration is of credentials given by hand; use it with --env or --stdin\.\n$/,
  ],
  [['--fail', 'Success'], 1, /A code other than Success is needed/],
])('%j is refused', { timeout: SLOW }, async (words, code, line) => {
  const ended = await run('credentials', ...words);
  expect(ended).toMatchObject({ code, out: '' });
  expect(ended.err).toMatch(line);
});
