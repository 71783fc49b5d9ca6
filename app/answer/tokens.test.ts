// IMDSv2: asking for a token, and asking with one (imds.md 2.5 and 6).
import { describe, expect, test } from 'vitest';
import { exampleService, type Got, requireTokens, START } from '../service.example.ts';
import { fixedAbilities } from '../abilities.example.ts';
import { revokeAllTokens, revokeToken, shortenToken } from '../traffic/record.ts';
import { TOKEN, TOKEN_LENGTH } from '../ec2/token.ts';
import { createTokenReader, issueToken, MAX_TTL_SECONDS, parseTtl } from './tokens.ts';

const PUT = { method: 'PUT', target: '/latest/api/token', tokenTtl: '60' };

describe('a token', () => {
  test('56 characters of base64url that begin as the real ones do (imds.md 2.5)', () => {
    const token = exampleService().token();
    expect(token).toHaveLength(TOKEN_LENGTH);
    expect(token).toMatch(/^AQAEA[A-Za-z0-9_-]{49}==$/);
  });

  test('its answer: text/plain, its length, the TTL asked for', () => {
    expect(exampleService().ask({ ...PUT, tokenTtl: '21600' })).toMatchObject({
      status: 200,
      headers: [
        ['Content-Type', 'text/plain'],
        ['Content-Length', '56'],
      ],
      tokenTtl: 21_600,
      why: { rule: 'token-issued', token: { state: 'issued', secondsLeft: 21_600 } },
    });
  });

  test('each is another one, and an older one stays valid (2.5)', () => {
    const service = exampleService();
    const [first, second] = [service.token(), service.token()];
    expect(first).not.toBe(second);
    expect(service.get('meta-data/mac', { token: first }).status).toBe(200);
  });

  test('it is read back as it was issued', () => {
    const abilities = fixedAbilities();
    const key = abilities.toUtf8('key');
    const { text, id } = issueToken(TOKEN, abilities, key, { instance: 'a', ttlSeconds: 300, now: START });
    expect(createTokenReader(abilities, [TOKEN])(key, 'a', text)).toEqual({ id, issuedAt: START, ttlSeconds: 300 });
  });

  test.each([
    ['another instance', 'key', 'b', (text: string) => text],
    ['another key', 'other', 'a', (text: string) => text],
    ['another letter', 'key', 'a', (text: string) => text.replace(/.(?===$)/, (last) => (last === 'A' ? 'Q' : 'A'))],
    ['a longer life', 'key', 'a', (text: string) => `${text.slice(0, 14)}z${text.slice(15)}`],
    ['the other alphabet', 'key', 'a', (text: string) => text.replaceAll('-', '+').replaceAll('_', '/')],
    ['no padding', 'key', 'a', (text: string) => text.replace('==', '')],
    ['something in front', 'key', 'a', (text: string) => ` ${text}`],
  ])('it is nothing with %s', (_name, keyText, instance, spoil) => {
    const abilities = fixedAbilities();
    const read = createTokenReader(abilities, [TOKEN]);
    const { text } = issueTextWithBothLetters(abilities);
    expect(read(abilities.toUtf8('key'), 'a', text)).toBeDefined();
    expect(read(abilities.toUtf8(keyText), instance, spoil(text))).toBeUndefined();
  });
});

/** The id of the token that was issued first. */
function firstToken({ traffic }: ReturnType<typeof exampleService>): string {
  return [...traffic.tokens.keys()][0] ?? '';
}

/** A token in which the alphabets differ, so that a swap of them shows. */
function issueTextWithBothLetters(abilities: ReturnType<typeof fixedAbilities>) {
  for (let tries = 0; tries < 500; tries++) {
    const issued = issueToken(TOKEN, abilities, abilities.toUtf8('key'), {
      instance: 'a',
      ttlSeconds: 300,
      now: START,
    });
    if (issued.text.includes('-') && issued.text.includes('_')) return issued;
  }
  throw new Error('No token has both letters.');
}

describe('the TTL asked for', () => {
  test.each([
    ['1', 1],
    ['60', 60],
    ['0060', 60],
    ['21600', MAX_TTL_SECONDS],
  ])('%j is taken (imds.md 2.5)', (text, seconds) => {
    expect(parseTtl(text)).toBe(seconds);
  });

  test.each([
    undefined,
    '',
    '0',
    '-1',
    '21601',
    '30000',
    '1.5',
    '6e1',
    '0x10',
    '+60',
    ' 60',
    '60, 60',
    'NaN',
    '9'.repeat(400),
  ])('%j is 400, empty (2.5)', (tokenTtl) => {
    expect(exampleService().ask({ ...PUT, tokenTtl })).toMatchObject({
      status: 400,
      body: '',
      why: { rule: 'token-ttl' },
    });
  });
});

describe('the token path', () => {
  const XFF = { forwardedFor: '203.0.113.9' };

  test.each([
    ['a PUT (imds.md 2.5)', PUT, 200, 'token-issued'],
    ['doubled slashes (6)', { ...PUT, target: '//latest//api/token' }, 200, 'token-issued'],
    ['a query (6)', { ...PUT, target: '/latest/api/token?x' }, 200, 'token-issued'],
    ['tokens required already', { ...PUT, token: 'whatever' }, 200, 'token-issued'],
    ['X-Forwarded-For (2.5)', { ...PUT, ...XFF }, 403, 'forwarded'],
    ['an empty X-Forwarded-For', { ...PUT, forwardedFor: '' }, 403, 'forwarded'],
    ['X-Forwarded-For before a bad TTL (6)', { ...PUT, ...XFF, tokenTtl: '0' }, 403, 'forwarded'],
    ['a dated version (2.5)', { ...PUT, target: '/2021-03-23/api/token' }, 403, 'token-version'],
    ['a slash at the end (2.5)', { ...PUT, target: '/latest/api/token/' }, 403, 'token-path'],
    ['GET (2.5)', { ...PUT, method: 'GET' }, 405, 'token-method'],
    ['POST (2.5)', { ...PUT, method: 'POST' }, 405, 'token-method'],
    ['HEAD', { ...PUT, method: 'HEAD' }, 405, 'token-method'],
    ['DELETE', { ...PUT, method: 'DELETE' }, 405, 'token-method'],
    ['OPTIONS, which is allowed', { ...PUT, method: 'OPTIONS' }, 200, 'token-method'],
    ['a path below', { ...PUT, target: '/latest/api/token/x' }, 405, 'method'],
  ])('%s', (_name, request, status, rule) => {
    expect(exampleService().ask(request)).toMatchObject({ status, why: { rule } });
  });

  test('only what is issued is noted', () => {
    const service = exampleService();
    const refused = { ...PUT, target: '/latest/api/token/' };
    expect(service.ask(PUT).effects).toMatchObject([{ kind: 'token-issued', ttlSeconds: 60 }]);
    expect(service.ask(refused).effects).toEqual([]);
    expect(service.ask({ ...PUT, own: { instance: 'spot' } }).effects).toEqual([]);
    expect(service.traffic.tokens.size).toBe(1);
  });
});

describe('asking with a token', () => {
  const modes = ['optional', 'required'] as const;
  const XFF = { forwardedFor: '203.0.113.9' };
  type Case = [
    name: string,
    token: 'none' | 'valid' | 'expired' | 'revoked' | 'foreign' | 'empty',
    optional: number,
    required: number,
  ];
  const cases: Case[] = [
    ['no token (imds.md 2.5)', 'none', 200, 401],
    ['a valid token (2.5)', 'valid', 200, 200],
    ['an expired token (2.5)', 'expired', 401, 401],
    ['a revoked token', 'revoked', 401, 401],
    ['a token of something else (2.5)', 'foreign', 401, 401],
    ['an empty token header (6)', 'empty', 401, 401],
  ];

  function askWith(httpTokens: (typeof modes)[number], kind: Case[1], request = {}): Got {
    const service = exampleService((instance) => ({ ...instance, options: { ...instance.options, httpTokens } }));
    const token = service.token(60);
    if (kind === 'expired') service.now += 60_000;
    if (kind === 'revoked') revokeToken(service.traffic, firstToken(service));
    const texts = { none: undefined, valid: token, expired: token, revoked: token, foreign: 'A'.repeat(56), empty: '' };
    return service.get('meta-data/mac', { token: texts[kind], ...request });
  }

  test.each(cases)('%s', (_name, kind, optional, required) => {
    expect(askWith('optional', kind).status).toBe(optional);
    expect(askWith('required', kind).status).toBe(required);
  });

  test.each([
    ['a valid token (2.5)', 'valid', 403, 403],
    ['no token (2.5)', 'none', 200, 401],
    ['an expired token: 403 first (6)', 'expired', 403, 403],
    ['an empty token', 'empty', 403, 403],
  ] satisfies Case[])('X-Forwarded-For and %s', (_name, kind, optional, required) => {
    expect(askWith('optional', kind, XFF).status).toBe(optional);
    expect(askWith('required', kind, XFF).status).toBe(required);
  });

  test('each answer says of its own request whether there was a token, and what is left of it', () => {
    const service = exampleService();
    const token = service.token();
    const asked = [undefined, token, undefined, token].map(
      (one) => service.get('meta-data/mac', { token: one }).why.token,
    );
    const valid = { state: 'valid', secondsLeft: 60 };
    expect(asked).toMatchObject([{ state: 'none' }, valid, { state: 'none' }, valid]);
    service.now += 1000;
    expect(service.get('meta-data/mac', { token }).why.token).toMatchObject({ state: 'valid', secondsLeft: 59 });
  });

  test('one that was just used is dead at the very moment at which it is revoked', () => {
    const service = exampleService();
    const token = service.token();
    const ask = () => service.get('meta-data/mac', { token }).why;
    expect(ask()).toMatchObject({ rule: 'fact', token: { state: 'valid' } });
    revokeToken(service.traffic, firstToken(service));
    expect(ask()).toMatchObject({ rule: 'token-revoked', token: { state: 'revoked' } });
  });

  test('all tokens can be revoked at once; later ones are valid', () => {
    const service = exampleService();
    const token = service.token();
    revokeAllTokens(service.traffic, undefined, service.now);
    expect(service.get('meta-data/mac', { token })).toMatchObject({ status: 401, why: { rule: 'token-revoked' } });
    service.now += 1;
    expect(service.get('meta-data/mac', { token: service.token() }).status).toBe(200);
  });

  test('a use is noted with its path', () => {
    const service = exampleService();
    const token = service.token();
    service.get('meta-data/mac', { token });
    service.get('meta-data/nothing', { token });
    expect([...service.traffic.tokens.values()]).toMatchObject([{ uses: 2, lastPath: 'meta-data/nothing' }]);
  });
});

describe('seconds left', () => {
  test.each([
    [0, 60],
    [1, 59],
    [999, 59],
    [1000, 59],
    [1001, 58],
    [59_000, 1],
  ])('after %i ms of 60 s, %i (imds.md 6: rounded down)', (after, left) => {
    const service = exampleService();
    const token = service.token(60);
    service.now += after;
    expect(service.get('meta-data/mac', { token }).tokenTtl).toBe(left);
  });

  test.each([
    ['a life cut short', 10_000, 0, 10],
    ['the seconds of it', 10_000, 9001, 0],
    ['a life is never made longer', 90_000, 0, 60],
  ])('%s', (_name, endsAfter, after, left) => {
    const service = exampleService();
    const token = service.token(60);
    shortenToken(service.traffic, firstToken(service), service.now + endsAfter);
    service.now += after;
    expect(service.get('meta-data/mac', { token })).toMatchObject({ status: 200, tokenTtl: left });
  });

  test('a life cut short ends as any other, and other tokens go on', () => {
    const service = exampleService();
    const token = service.token(60);
    shortenToken(service.traffic, firstToken(service), service.now + 10_000);
    const other = service.token(60);
    service.now += 12_000;
    expect(service.get('meta-data/mac', { token })).toMatchObject({
      status: 401,
      why: { rule: 'token-expired', token: { state: 'expired', secondsLeft: -2 } },
    });
    expect(service.get('meta-data/mac', { token: other }).tokenTtl).toBe(48);
  });

  test.each([
    ['404 (2.4)', { target: '/latest/nothing' }, 404],
    ['405', { method: 'POST' }, 405],
    ['a HEAD', { method: 'HEAD' }, 200],
  ])('they come with %s too', (_name, request, status) => {
    const service = exampleService();
    expect(service.ask({ token: service.token(), ...request })).toMatchObject({ status, tokenTtl: 60 });
  });

  test.each([
    ['no token', undefined, 200],
    ['a bad one', 'x', 401],
  ])('they do not come with %s', (_name, token, status) => {
    expect(exampleService().get('meta-data/mac', { token })).toMatchObject({ status, tokenTtl: undefined });
  });
});

describe('two token headers, joined by Node', () => {
  test.each([
    ['old, new', (old: string, valid: string) => `${old}, ${valid}`, 200],
    ['new, old', (old: string, valid: string) => `${valid}, ${old}`, 200],
    ['empty, new', (_old: string, valid: string) => `, ${valid}`, 200],
    ['old, garbage', (old: string) => `${old}, x`, 401],
  ])('%s (imds.md 6)', (_name, join, status) => {
    const service = exampleService(requireTokens);
    const old = service.token(1);
    service.now += 1000;
    expect(service.get('meta-data/mac', { token: join(old, service.token()) }).status).toBe(status);
  });

  test('of two that are no good, the reason is that of the one that was', () => {
    const service = exampleService();
    const old = service.token(1);
    service.now += 5000;
    expect(service.get('meta-data/mac', { token: `x, ${old}` }).why).toMatchObject({
      rule: 'token-expired',
      token: { state: 'expired', secondsLeft: -4 },
    });
  });
});
