// A notice tells whole seconds, so its page holds for one.
import { describe, expect, test } from 'vitest';
import { fixedAbilities } from '../abilities.example.ts';
import { createRespond } from '../answer/respond.ts';
import { interrupt } from '../events/fire.ts';
import { requestOf } from '../service.example.ts';
import { emptyTraffic } from '../traffic/traffic.ts';
import { firstInstance } from '../world/instances.ts';
import type { Instance } from '../world/world.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import { STARTED } from './run.example.ts';
import { aemmWorld } from './world.ts';

const ACTION = 'meta-data/spot/instance-action';
const PATHS = [
  ACTION,
  'meta-data/spot/termination-time',
  'meta-data/events/recommendations/rebalance',
  'meta-data/events/maintenance/scheduled',
  'meta-data/autoscaling/target-lifecycle-state',
];

function pages(changed: Partial<typeof AEMM_DEFAULTS> = {}) {
  const abilities = fixedAbilities();
  const respond = createRespond(abilities);
  const traffic = emptyTraffic(abilities.toUtf8('key'));
  const first = firstInstance(aemmWorld({ ...AEMM_DEFAULTS, ...changed }, STARTED));
  const pageAt = (path: string, afterMs: number, instance: Instance = first) => {
    const request = requestOf({ target: `/latest/${path}` });
    const { outcome } = respond(instance, traffic, request, STARTED + afterMs);
    if (outcome.kind !== 'reply') throw new Error(`Nothing was answered at ${path}.`);
    return outcome.page;
  };
  return { first, pageAt };
}

describe.each(PATHS)('%s', (path) => {
  test('is one page within a second, and another in the next', () => {
    const { pageAt } = pages();
    const page = pageAt(path, 3000);
    expect([pageAt(path, 3001) === page, pageAt(path, 3999) === page]).toEqual([true, true]);
    expect(pageAt(path, 4000)).not.toBe(page);
  });
});

test('within a second, a notice comes when it is due, and not with the next second', () => {
  const { pageAt } = pages();
  const { pageAt: delayedAt } = pages({ 'mock-delay-sec': 3 });
  expect([2998, 2999, 3000].map((afterMs) => delayedAt(ACTION, afterMs).status)).toEqual([404, 404, 200]);
  expect(pageAt(ACTION, 0).status).toBe(200);
});

test('what is fired within the second is told at once', () => {
  const { first, pageAt } = pages();
  const page = pageAt(ACTION, 3000);
  const firing = { by: 'panel', now: STARTED + 3001, hex: (digits: number) => '1'.padStart(digits, '0') } as const;
  const fired = interrupt(first, { action: 'stop' }, firing);
  if (!fired.ok) throw new Error(fired.error.message);
  expect(pageAt(ACTION, 3002, fired.data.instance).body).toContain('"action": "stop"');
  expect(pageAt(ACTION, 3003)).toEqual(page);
});
