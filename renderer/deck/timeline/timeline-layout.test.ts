// Where the marks of the timeline go.
import { expect, test } from 'vitest';
import type { EventView } from '../../../app/contract/events.ts';
import { placeLabels, spanOf } from './timeline-labels.ts';
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
  const seenBy = readers.map(([client, s]) => ({
    client,
    at: iso(s),
    movedAt: iso(s),
    afterMs: s * 1000,
    times: 1,
    lastAt: iso(s),
  }));
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

function maintenance(id: string, notBefore: number): EventView {
  return {
    ...common(id, 0, 0),
    kind: 'maintenance',
    group: 'maintenance',
    code: 'system-reboot',
    description: 'scheduled reboot',
    eventId: `instance-event-${id}`,
    notBefore: iso(notBefore),
    notAfter: null,
  };
}

const READERS: readonly [string, number][] = [
  ['10.0.0.9', 3.2],
  ['10.0.0.7', 3.1],
  ['10.0.0.8', 3.15],
];

function sightsOf(event: EventView) {
  return layoutTimeline([event], at(20), WIDTH)?.lanes[0]?.sights ?? [];
}

const at = (seconds: number) => START + seconds * 1000;
const sight = (client: string) => ({ client, afterMs: 3100 });

/** Marks of every lane by the first word of what stands beside them. */
const xs = (events: EventView[], now: number): Record<string, number> =>
  Object.fromEntries(
    (layoutTimeline(events, at(now), WIDTH)?.lanes ?? []).flatMap(({ marks }) =>
      marks.map(({ text, x }): [string, number] => [text.split(' ')[0] ?? '', x]),
    ),
  );

test('nothing is drawn without an event', () => {
  expect(layoutTimeline([], START, WIDTH)).toBeNull();
});

test('an ended event is not drawn', () => {
  expect(layoutTimeline([{ ...interruption(), phase: 'cancelled' }], START, WIDTH)).toBeNull();
});

test('each event has a lane of its own, with its name', () => {
  const lanes = layoutTimeline([maintenance('a', 700_000), rebalance(-10), interruption()], at(5), WIDTH)?.lanes ?? [];
  expect(lanes.map(({ name }) => name)).toEqual(['interruption', 'rebalance', 'system-reboot']);
});

test('more events than there are lanes for are counted', () => {
  const many = Array.from({ length: 9 }, (_, index) => maintenance(`m${index}`, 700_000 + index));
  const layout = layoutTimeline(many, at(5), WIDTH);
  expect([layout?.lanes.length, layout?.more]).toEqual([6, 3]);
});

test('marks are in the order of time, inside the line', () => {
  const x = xs([interruption(), rebalance(-108)], 18);
  expect(x.recommended).toBeGreaterThan(0);
  expect(x.notice).toBeGreaterThan(x.recommended ?? NaN);
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
  const sights = sightsOf(interruption(0, 120, [...READERS]));
  expect(sights.map(({ client }) => client)).toEqual(['10.0.0.7', '10.0.0.8', '10.0.0.9']);
  const [first, second, third] = sights.map(({ x }) => x);
  expect([(second ?? 0) - (first ?? 0), (third ?? 0) - (second ?? 0)].every((gap) => gap >= 7.99)).toBe(true);
});

test('a skip moves the readings from before it with their event', () => {
  const event = interruption(0, 120, [...READERS]);
  const seenBy = event.seenBy.map((seen) => ({
    ...seen,
    movedAt: new Date(Date.parse(seen.at) - 90_000).toISOString(),
  }));
  const skipped: EventView = { ...event, seenBy, skippedSeconds: 90, noticeDueAt: iso(-90), actionDueAt: iso(30) };
  const beforeSkip = sightsOf(event).map(({ x }) => x - (xs([event], 5).notice ?? NaN));
  expect(sightsOf(skipped).map(({ x }) => x - (xs([skipped], 5).notice ?? NaN))).toEqual(beforeSkip);
});

test('those who saw it are named up to three', () => {
  expect(seenText([sight('a'), sight('b')])).toBe('seen by a +3.1 s, b +3.1 s');
  expect(seenText(['a', 'b', 'c', 'd', 'e'].map(sight))).toMatch(/c \+3\.1 s and 2 more$/);
});

test('words of a lane never meet, nor what is drawn, and none is left out', () => {
  for (const width of [220, 400, WIDTH]) {
    for (let x = 0; x <= width; x += 7) {
      const wishes = ['notice 14:05:00', 'terminate 14:07:00', 'seen by 10.0.0.7 +3.1 s'].map((text, index) => ({
        text,
        x: Math.min(width, x + index * 30),
        first: (['before', 'after', 'below'] as const)[index] ?? 'after',
      }));
      const drawn = { from: x, to: x + 30 };
      const placed = placeLabels(wishes, width, [drawn]);
      expect(placed.map(({ text }) => text)).toEqual(wishes.map(({ text }) => text));
      for (const one of placed) {
        const span = spanOf(one);
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeLessThanOrEqual(width);
        const others = placed.filter((other) => other !== one && other.line === one.line).map(spanOf);
        const near = one.line === 0 ? [...others, drawn] : others;
        expect(near.every((other) => span.to <= other.from || other.to <= span.from)).toBe(true);
      }
    }
  }
});
