// A rebalance recommendation on the wire (imds.md 3.2).
import { describe, expect, test } from 'vitest';
import { exampleService } from '../service.example.ts';
import { recommendRebalance } from './fire.ts';

const REBALANCE = 'meta-data/events/recommendations/rebalance';

function recommended(inSeconds?: number) {
  const service = exampleService();
  service.fire((instance, firing) => recommendRebalance(instance, { inSeconds }, firing));
  return service;
}

test('on one line, its time to the second (imds.md 3.2, 6)', () => {
  expect(recommended().read(REBALANCE)).toBe('{"noticeTime": "2024-08-01T12:59:00Z"}');
});

test('listed once it is there (3.2)', () => {
  const service = recommended();
  expect(service.read('meta-data/events/')).toBe('maintenance/\nrecommendations/');
  expect(service.read('meta-data/events/recommendations/')).toBe('rebalance');
});

test('404 and unlisted before (3.2)', () => {
  const service = recommended(60);
  service.now += 59_999;
  expect(service.read(REBALANCE)).toBe(404);
  expect(service.read('meta-data/events/')).toBe('maintenance/');
  service.now += 1;
  expect(service.read(REBALANCE)).toBe('{"noticeTime": "2024-08-01T13:00:00Z"}');
});

test('it does not bring an interruption (3.2)', () => {
  expect(recommended().read('meta-data/spot/')).toBe(404);
});

test('while it stands the instance is a spot instance (3.2)', () => {
  const service = recommended();
  service.change((instance) => ({ ...instance, facts: { ...instance.facts, lifeCycle: 'on-demand' } }));
  expect(service.read('meta-data/instance-life-cycle')).toBe('spot');
});

describe('a second one', () => {
  test('replaces the first', () => {
    const service = recommended();
    service.now += 10_000;
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    expect(service.read(REBALANCE)).toBe('{"noticeTime": "2024-08-01T12:59:10Z"}');
  });

  test('replaces one that is still to come, too', () => {
    const service = recommended(60);
    service.fire((instance, firing) => recommendRebalance(instance, { inSeconds: 120 }, firing));
    service.now += 119_999;
    expect(service.read(REBALANCE)).toBe(404);
  });
});

test('cancelled, it goes from the wire', () => {
  const service = recommended();
  service.end('rebalance-recommendation', 'cancelled');
  expect(service.read(REBALANCE)).toBe(404);
});
