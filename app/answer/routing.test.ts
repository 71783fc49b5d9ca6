// Which instance of a world a request asks.
import { describe, expect, test } from 'vitest';
import { presetInstance } from '../metadata/presets/presets.ts';
import { requestOf, START } from '../service.example.ts';
import type { World } from '../world/world.ts';
import { withInstance } from '../world/instances.ts';
import type { Request } from './request.ts';
import { route } from './routing.ts';

const [first, second] = [presetInstance('spot', START), { ...presetInstance('spot', START), name: 'web-2' }];

function worldWith(...clients: string[]): World {
  return { version: 1, instances: [first, second], routing: [{ instance: 'web-2', clients }] };
}

function nameFor(world: World, given: Partial<Request>): string {
  return route(world, requestOf(given), 1338).name;
}

describe('clients', () => {
  test.each([
    ['the address of a rule', '127.0.0.3', '127.0.0.3', 'web-2'],
    ['any other', '127.0.0.3', '127.0.0.4', 'spot'],
    ['a rule for an address mapped into IPv6', '::ffff:127.0.0.3', '127.0.0.3', 'web-2'],
    ['an IPv6 address in another spelling', '2001:0db8:0:0::7', '2001:db8::7', 'web-2'],
    ['a block', '10.0.3.0/24', '10.0.3.9', 'web-2'],
    ['what is no address', 'docker', '127.0.0.1', 'spot'],
  ])('%s', (_name, rule, client, expected) => {
    expect(nameFor(worldWith(rule), { client })).toBe(expected);
  });

  test('the first rule decides', () => {
    const world = worldWith('127.0.0.3');
    const routing = [{ instance: 'spot', clients: ['127.0.0.0/8'] }, ...world.routing];
    expect(nameFor({ ...world, routing }, { client: '127.0.0.3' })).toBe('spot');
  });
});

describe("Metadeck's own requests", () => {
  test('ask the instance that they name, whatever the rules say', () => {
    expect(nameFor(worldWith('127.0.0.3'), { client: '127.0.0.3', own: { instance: 'spot' } })).toBe('spot');
    expect(nameFor(worldWith(), { own: { instance: 'web-2' } })).toBe('web-2');
  });

  test('ask the first where there is none of that name any more', () => {
    expect(nameFor(worldWith(), { own: { instance: 'gone' } })).toBe('spot');
  });
});

test('an edited instance is found as it is now, by the rules that were there before', () => {
  const world = worldWith('127.0.0.3');
  const asked = { client: '127.0.0.3' };
  expect(nameFor(world, asked)).toBe('web-2');
  const edited = { ...second, userData: 'eA==' };
  expect(route(withInstance(world, edited), requestOf(asked), 1338)).toBe(edited);
});
