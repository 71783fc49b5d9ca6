// Where the marks of the timeline go.
import { expect, test } from 'vitest';
import type { EventView } from '../../../app/contract/events.ts';
import { laneLabels, touch } from './timeline-labels.ts';
import { layoutTimeline } from './timeline-layout.ts';
import { seenText } from './seen-text.ts';

const START = Date.parse('2026-11-22T14:05:00Z');
const WIDTH = 848;
const iso = (seconds: number) => new Date(START + seconds * 1000).toISOString();

function common(id: string, firedAt: number, noticeAt: number) {
  return {
    id,
    instance: 'spot',
    phase: 'noticed' as const,
    by: 'panel' as const,
    firedAt: iso(firedAt),
    noticeAt: iso(noticeAt),
    noticeDueAt: iso(noticeAt),
    actionDueAt: null,
    skippedSeconds: 0,
    endedAt: null,
    seenBy: [] as EventView['seenBy'],
  };
}

function interruption(noticeAt = 0, actionAt = 120, readers: [string, number][] = []): EventView {
  const seenBy = readers.map(([client, s]) => ({ client, at: iso(s), afterMs: s * 1000, times: 1, lastAt: iso(s) }));
  return {
    ...common('spot', 0, noticeAt),
    kind: 'spot-interruption',
    group: 'spot',
    action: 'terminate',
    actionAt: iso(actionAt),
    actionDueAt: iso(actionAt),
    seenBy,
  };
}

function rebalance(noticeAt: number): EventView {
  return { ...common('reb', noticeAt, noticeAt), kind: 'rebalance-recommendation', group: 'spot' };
}

const sight = (client: string) => ({ client, afterMs: 3100, x: 0 });
const at = (seconds: number) => START + seconds * 1000;
const xs = (events: EventView[], now: number) =>
  Object.fromEntries((layoutTimeline(events, at(now), WIDTH)?.marks ?? []).map((mark) => [mark.name, mark.x]));

test('nothing is drawn without an event', () => {
  expect(layoutTimeline([], START, WIDTH)).toBeNull();
});

test('an ended event is not drawn', () => {
  expect(layoutTimeline([{ ...interruption(), phase: 'cancelled' }], START, WIDTH)).toBeNull();
});

test('marks are in the order of time, inside the line', () => {
  const x = xs([interruption(), rebalance(-108)], 18);
  expect(x.rebalance).toBeGreaterThan(0);
  expect(x.notice).toBeGreaterThan(x.rebalance ?? NaN);
  expect(x.terminate).toBeGreaterThan(x.notice ?? NaN);
  expect(x.terminate).toBeLessThan(WIDTH);
});

test('marks stand still while now moves on', () => {
  expect(xs([interruption()], 90)).toEqual(xs([interruption()], 5));
});

test('now moves evenly between notice and action, and stays on the line long after', () => {
  const nowX = (seconds: number) => layoutTimeline([interruption()], at(seconds), WIDTH)?.nowX ?? NaN;
  expect(nowX(60) - nowX(30)).toBeCloseTo(nowX(90) - nowX(60));
  expect(nowX(200)).toBeGreaterThan(nowX(120));
  expect(nowX(100_000)).toBeLessThanOrEqual(WIDTH);
});

test('a recommendation of long ago leaves room for the notice', () => {
  const x = xs([interruption(), rebalance(-20_000)], 10);
  expect((x.terminate ?? NaN) - (x.notice ?? NaN)).toBeGreaterThan(150);
});

test('a scheduled notice has its firing before it', () => {
  expect(Object.keys(xs([interruption(30, 150)], 5))).toEqual(['fired', 'notice', 'terminate']);
});

test('sightings come in order and never on top of each other', () => {
  const event = interruption(0, 120, [
    ['10.0.0.9', 3.2],
    ['10.0.0.7', 3.1],
    ['10.0.0.8', 3.15],
  ]);
  const sights = layoutTimeline([event], at(20), WIDTH)?.sights ?? [];
  expect(sights.map(({ client }) => client)).toEqual(['10.0.0.7', '10.0.0.8', '10.0.0.9']);
  const [first, second, third] = sights.map(({ x }) => x);
  expect([(second ?? 0) - (first ?? 0), (third ?? 0) - (second ?? 0)].every((gap) => gap >= 7.99)).toBe(true);
});

test('those who saw it are named up to three', () => {
  expect(seenText([sight('a'), sight('b')])).toBe('seen by a +3.1 s, b +3.1 s');
  expect(seenText(['a', 'b', 'c', 'd', 'e'].map(sight))).toMatch(/c \+3\.1 s and 2 more$/);
});

test('labels in one line never touch, none is left out, and now is next to its mark', () => {
  for (let nowX = 0; nowX <= WIDTH; nowX += 4) {
    const placed = laneLabels(
      [
        { key: 'notice', text: 'notice', x: 100 },
        { key: 'terminate', text: 'terminate', x: 190 },
        { key: 'now', text: 'now 14:05:18', x: nowX },
      ],
      WIDTH,
      'now',
    );
    expect(placed.find(({ key }) => key === 'now')?.lane).toBe(0);
    expect(placed).toHaveLength(3);
    expect(placed.every((a) => placed.every((b) => a === b || a.lane !== b.lane || !touch(a, b)))).toBe(true);
  }
});

test('what happens at the same moment can all be read, in narrow and in wide', () => {
  const names = ['rebalance', 'maintenance', 'InService', 'notice'];
  for (const width of [300, 560, WIDTH]) {
    const placed = laneLabels(
      names.map((text) => ({ key: text, text, x: width * 0.1 })),
      width,
      'notice',
    );
    expect(placed.map(({ text }) => text).sort()).toEqual([...names].sort());
    expect(placed.every((a) => placed.every((b) => a === b || a.lane !== b.lane || !touch(a, b)))).toBe(true);
  }
});

test('what stands in the first line already is kept clear', () => {
  const taken = { key: 'seen', text: 'seen by 10.0.0.7', x: 100, anchor: 'start' as const };
  expect(laneLabels([{ key: 'time', text: '14:05:18', x: 120 }], WIDTH, 'time', [taken])[0]?.lane).toBe(1);
});
