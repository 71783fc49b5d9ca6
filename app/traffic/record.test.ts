// What answers bring about, noted; every collection of the traffic has a bound (design.md 6, behaviour.md).
import { describe, expect, test } from 'vitest';
import { START } from '../service.example.ts';
import {
  applyEffects,
  freePlaces,
  givePlace,
  labelClient,
  noteClient,
  revokeAllTokens,
  revokeToken,
  shortenToken,
} from './record.ts';
import {
  type Effect,
  emptyTraffic,
  groupsHeld,
  MAX_CLIENTS,
  MAX_INSTANCES,
  MAX_LATE,
  MAX_REVOKED,
  MAX_SHORTENED,
  MAX_TOKENS,
  placesOf,
  type Traffic,
} from './traffic.ts';

const SPOT = { instance: 'spot', group: 'spot' as const };

function traffic(): Traffic {
  return emptyTraffic(new Uint8Array(32));
}

function issued(id: string): Effect {
  return { kind: 'token-issued', id, instance: 'spot', client: 'a', issuedAt: START, ttlSeconds: 60 };
}

function times(count: number, make: (i: number) => Effect, into = traffic()): Traffic {
  for (let i = 0; i < count; i++) applyEffects(into, [make(i)], START + i);
  return into;
}

function asked(into: Traffic, given: Partial<Parameters<typeof noteClient>[1]>, now = START): void {
  noteClient(into, { instance: 'spot', address: '10.0.0.7', agent: '', withToken: false, target: '/', ...given }, now);
}

describe('bounds: the oldest goes first', () => {
  test('recent tokens', () => {
    const { tokens } = times(MAX_TOKENS + 3, (i) => issued(`t${i}`));
    expect([tokens.size, [...tokens.keys()][0]]).toEqual([MAX_TOKENS, 't3']);
  });

  test('revoked tokens', () => {
    const all = traffic();
    for (let i = 0; i < MAX_REVOKED + 3; i++) {
      applyEffects(all, [issued(`t${i}`)], START);
      revokeToken(all, `t${i}`);
    }
    expect([all.revoked.size, all.revoked.has('t2'), all.revoked.has('t3')]).toEqual([MAX_REVOKED, false, true]);
  });

  test('tokens whose life was cut short', () => {
    const all = traffic();
    for (let i = 0; i < MAX_SHORTENED + 3; i++) {
      applyEffects(all, [issued(`t${i}`)], START);
      shortenToken(all, `t${i}`, START + 1000);
    }
    expect([all.shortened.size, all.shortened.has('t2'), all.shortened.has('t3')]).toEqual([
      MAX_SHORTENED,
      false,
      true,
    ]);
  });

  test('clients', () => {
    const all = traffic();
    for (let i = 0; i < MAX_CLIENTS + 3; i++) asked(all, { address: `c${i}` });
    expect([all.clients.size, all.clients.has('spot c2'), all.clients.has('spot c3')]).toEqual([
      MAX_CLIENTS,
      false,
      true,
    ]);
  });

  test('names that were given to addresses', () => {
    const all = traffic();
    for (let i = 0; i < MAX_CLIENTS + 3; i++) labelClient(all, `c${i}`, 'a name');
    expect([all.labels.size, all.labels.has('c2'), all.labels.has('c3')]).toEqual([MAX_CLIENTS, false, true]);
  });

  test('instances all of whose tokens were revoked', () => {
    const all = traffic();
    for (let i = 0; i < MAX_INSTANCES + 3; i++) revokeAllTokens(all, `web-${i}`, START);
    expect([all.revokedBefore.of.size, all.revokedBefore.of.has('web-2')]).toEqual([MAX_INSTANCES, false]);
  });

  test('who came too late', () => {
    const all = times(MAX_LATE + 3, (i) => ({ kind: 'came-late', ...SPOT, client: `c${i}` }));
    expect(placesOf(all, 'spot').late.spot.size).toBe(MAX_LATE);
  });

  test('places: as many as the rule says', () => {
    const all = times(5, (i) => ({ kind: 'place-taken', ...SPOT, client: `c${i}`, limit: 2 }));
    expect([...placesOf(all, 'spot').holders.spot]).toEqual([
      ['c0', START],
      ['c1', START + 1],
    ]);
  });
});

describe('clients', () => {
  test('how often, with and without a token, first and last', () => {
    const all = traffic();
    asked(all, { agent: 'sdk/1', target: '/a' });
    asked(all, { withToken: true, target: '/b' }, START + 5);
    expect([...all.clients.values()]).toEqual([
      {
        instance: 'spot',
        address: '10.0.0.7',
        agent: 'sdk/1',
        firstSeen: START,
        lastSeen: START + 5,
        requests: 2,
        v1Requests: 1,
        lastTarget: '/b',
        polls: new Map(),
      },
    ]);
  });

  test('an address that asks two instances is a client of each', () => {
    const all = traffic();
    for (const instance of ['web-1', 'web-2', 'web-1']) asked(all, { instance });
    expect([...all.clients.values()].map(({ instance, requests }) => [instance, requests])).toEqual([
      ['web-1', 2],
      ['web-2', 1],
    ]);
  });
});

function held(): Traffic {
  return times(2, (i) => ({ kind: 'place-taken', ...SPOT, client: `c${i}`, limit: 2 }));
}

describe('places', () => {
  test('given where none is free, the one named yields', () => {
    const all = held();
    givePlace(all, { ...SPOT, client: 'c9', limit: 2 }, 'c0', START + 9);
    expect([...placesOf(all, 'spot').holders.spot.keys()]).toEqual(['c1', 'c9']);
  });

  test('given to who has one, nothing changes', () => {
    const all = held();
    givePlace(all, { ...SPOT, client: 'c0', limit: 2 }, 'c1', START + 9);
    expect([...placesOf(all, 'spot').holders.spot.keys()]).toEqual(['c0', 'c1']);
  });

  test('who gets one is no longer late', () => {
    const all = times(1, () => ({ kind: 'came-late', ...SPOT, client: 'c9' }), held());
    givePlace(all, { ...SPOT, client: 'c9', limit: 2 }, 'c0', START);
    expect(placesOf(all, 'spot').late.spot.size).toBe(0);
  });

  test('freed, in these groups only', () => {
    const all = times(1, () => ({ kind: 'place-taken', ...SPOT, group: 'lifecycle', client: 'c0', limit: 2 }), held());
    const client = { instance: 'spot', address: 'c0' };
    expect(groupsHeld(all, client)).toEqual(['spot', 'lifecycle']);
    freePlaces(all, 'spot', ['spot']);
    expect(groupsHeld(all, client)).toEqual(['lifecycle']);
  });

  test('of one instance are none at another', () => {
    expect(groupsHeld(held(), { instance: 'web-2', address: 'c0' })).toEqual([]);
  });
});

test('a token that is not among those remembered can not be revoked, nor cut short', () => {
  const all = times(1, () => issued('t'));
  expect([revokeToken(all, 't'), revokeToken(all, 'x')]).toEqual([true, false]);
  expect([shortenToken(all, 't', START), shortenToken(all, 'x', START)]).toEqual([true, false]);
});

test('the use of a token that is forgotten is no error', () => {
  expect(() => times(1, () => ({ kind: 'token-used', id: 'x', path: 'a' }))).not.toThrow();
});
