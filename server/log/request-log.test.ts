// The ring: bounded by count and by bytes, read by cursor (design.md 5).
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../app/log/log-entry.ts';
import { exampleEntry as entry } from './log-entry.example.ts';
import { createRequestLog } from './request-log.ts';

function filled(count: number, limits?: Parameters<typeof createRequestLog>[0], given: Partial<LogEntry> = {}) {
  const log = createRequestLog(limits);
  for (let i = 1; i <= count; i++) log.add(entry({ at: i, ...given }));
  return log;
}

function sequences(log: ReturnType<typeof filled>, after: number, limit = 500) {
  const { items, dropped } = log.after(after, limit, ({ sequence }) => sequence);
  return { kept: items, dropped };
}

function atOf(log: ReturnType<typeof filled>, sequence: number) {
  return log.read(sequence, ({ at }) => at);
}

test('numbers begin at 1', () => {
  expect(filled(0).last()).toBe(0);
  expect(sequences(filled(2), 0)).toEqual({ kept: [1, 2], dropped: 0 });
});

describe('by count', () => {
  const limits = { entries: 3, bytes: 1e9 };

  test('the oldest go', () => {
    const log = filled(5, limits);
    expect([log.size(), log.last()]).toEqual([3, 5]);
    expect([2, 3, 5, 6].map((sequence) => atOf(log, sequence))).toEqual([undefined, 3, 5, undefined]);
  });

  test('each is kept as it was given, whatever stood in its place before', () => {
    // The type asks for each field that an entry has.
    const different: fc.Arbitrary<LogEntry> = fc.record({
      sequence: fc.constant(0),
      at: fc.double(),
      instance: fc.string(),
      client: fc.string(),
      port: fc.nat(),
      method: fc.string(),
      target: fc.string(),
      status: fc.constantFrom(200, 404, null),
      reason: fc.string(),
      size: fc.nat(),
      durationMs: fc.nat(),
      why: fc.constantFrom(
        { rule: 'versions' as const },
        { rule: 'event' as const, events: ['a'], firstSightingMs: 1 },
      ),
      version: fc.constantFrom('v1' as const, 'v2' as const, null),
      requestHeaders: fc.array(fc.string()),
      responseHeaders: fc.array(fc.string()),
      truncated: fc.boolean(),
      panel: fc.boolean(),
      body: fc.oneof(fc.string(), fc.uint8Array()),
    });
    const property = fc.property(fc.array(different, { maxLength: 12 }), (given) => {
      const log = createRequestLog(limits);
      for (const one of given) log.add({ ...one });
      const kept = given.map((one, i) => ({ ...one, sequence: i + 1 })).slice(-limits.entries);
      expect(log.after(0, 500, (one) => ({ ...one })).items).toEqual(kept);
    });
    fc.assert(property);
  });

  test('10,000 unless told otherwise', () => {
    expect(filled(10_001).size()).toBe(10_000);
  });

  test('who reads behind is told how many went', () => {
    expect(sequences(filled(5, limits), 0)).toEqual({ kept: [3, 4, 5], dropped: 2 });
    expect(sequences(filled(5, limits), 1)).toEqual({ kept: [3, 4, 5], dropped: 1 });
    expect(sequences(filled(5, limits), 2)).toEqual({ kept: [3, 4, 5], dropped: 0 });
  });
});

describe('resized', () => {
  const limits = { entries: 5, bytes: 1e9 };

  test.each([
    ['to less, the newest stay', 7, 2, [6, 7]],
    ['to more, all stay', 7, 20, [3, 4, 5, 6, 7]],
    ['to as many, all stay', 7, 5, [3, 4, 5, 6, 7]],
    ['while there is room, all stay', 2, 3, [1, 2]],
    ['while it is empty, there is nothing', 0, 3, []],
  ])('%s, under their numbers', (_name, count, to, kept) => {
    const log = filled(count, limits);
    log.resize(to);
    expect([sequences(log, 0).kept, log.size(), log.limit(), log.last()]).toEqual([kept, kept.length, to, count]);
    expect(kept.map((sequence) => atOf(log, sequence))).toEqual(kept);
  });

  test('it goes on with the new limit', () => {
    const log = filled(7, limits);
    log.resize(3);
    log.add(entry());
    expect(sequences(log, 0)).toEqual({ kept: [6, 7, 8], dropped: 5 });
    log.resize(4);
    for (let i = 0; i < 2; i++) log.add(entry());
    expect(sequences(log, 0)).toEqual({ kept: [7, 8, 9, 10], dropped: 6 });
  });

  test('what went gives its room back, and the bytes go on counting', () => {
    const target = 'x'.repeat(1000);
    const log = filled(20, { entries: 20, bytes: 50_000 }, { target });
    const before = log.size();
    log.resize(2);
    log.resize(100);
    for (let i = 0; i < 100; i++) log.add(entry({ target }));
    expect(log.size()).toBe(before);
  });

  test('sizes and numbers fit, whatever happens in whatever order', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ add: fc.integer({ min: 1, max: 12 }) }),
        fc.record({ resize: fc.integer({ min: 1, max: 10 }) }),
        fc.constant({ clear: true as const }),
      ),
    );
    fc.assert(
      fc.property(steps, (all) => {
        const log = createRequestLog({ entries: 4, bytes: 1e9 });
        let kept: number[] = [];
        let last = 0;
        let limit = 4;
        for (const step of all) {
          if ('clear' in step) {
            log.clear();
            kept = [];
          } else if ('resize' in step) {
            limit = step.resize;
            log.resize(limit);
          } else {
            for (let i = 0; i < step.add; i++) {
              log.add(entry());
              kept.push(++last);
            }
          }
          kept = kept.slice(-limit);
          expect([sequences(log, 0).kept, log.size(), log.last()]).toEqual([kept, kept.length, last]);
        }
      }),
    );
  });
});

test('how many made way is known until all are forgotten', () => {
  const log = filled(7, { entries: 5, bytes: 1e9 });
  expect(log.dropped()).toBe(2);
  log.resize(3);
  expect(log.dropped()).toBe(4);
  log.clear();
  expect(log.dropped()).toBe(0);
});

describe('by bytes', () => {
  const target = 'x'.repeat(1000);

  test('long ones leave room for fewer', () => {
    const log = filled(100, { entries: 100, bytes: 50_000 }, { target });
    expect(log.size()).toBeLessThan(25);
    expect(log.size()).toBeGreaterThan(10);
  });

  test('headers count', () => {
    const log = filled(100, { entries: 100, bytes: 50_000 }, { requestHeaders: ['X', target] });
    expect(log.size()).toBeLessThan(25);
  });

  test('one that is over the limit by itself is kept, alone', () => {
    const log = filled(3, { entries: 10, bytes: 10 }, { target });
    expect(sequences(log, 0)).toEqual({ kept: [3], dropped: 2 });
  });

  test('what went gives its room back', () => {
    const log = filled(1000, { entries: 100, bytes: 1e6 }, { target });
    expect(log.size()).toBe(100);
    for (let i = 0; i < 100; i++) log.add(entry());
    expect(log.size()).toBe(100);
    expect(log.read(log.last() - 99, (one) => one.target)).toBe('/');
  });
});

describe('by cursor', () => {
  test('up to the limit, oldest first', () => {
    expect(sequences(filled(10), 4, 3)).toEqual({ kept: [5, 6, 7], dropped: 0 });
  });

  test('to go on from: the last that was looked at, or where there is none the newest', () => {
    const log = filled(10);
    expect([0, 4, 8, 10, 99].map((after) => log.after(after, 3, ({ at }) => at).next)).toEqual([3, 7, 10, 10, 10]);
  });

  test('nothing after the last, nor after a number that was never given', () => {
    expect(sequences(filled(3), 3)).toEqual({ kept: [], dropped: 0 });
    expect(sequences(filled(3), 99)).toEqual({ kept: [], dropped: 0 });
  });
});

describe('cleared and brought back', () => {
  const limits = { entries: 5, bytes: 1e9 };

  test('the old come back before what came since', () => {
    const log = filled(7, limits);
    const cleared = log.clear();
    for (let i = 0; i < 2; i++) log.add(entry());
    log.restore(cleared);
    expect(sequences(log, 0)).toEqual({ kept: [5, 6, 7, 8, 9], dropped: 4 });
    expect([log.size(), log.dropped(), log.total(), log.first()]).toEqual([5, 4, 9, 5]);
    expect(atOf(log, 7)).toBe(7);
  });

  test('as many as there is room for', () => {
    const log = filled(3, limits);
    const cleared = log.clear();
    for (let i = 0; i < 4; i++) log.add(entry());
    log.restore(cleared);
    expect(sequences(log, 0)).toEqual({ kept: [3, 4, 5, 6, 7], dropped: 2 });
  });

  test('none where the new ones fill it', () => {
    const log = filled(3, limits);
    const cleared = log.clear();
    for (let i = 0; i < 9; i++) log.add(entry());
    log.restore(cleared);
    expect(sequences(log, 0).kept).toEqual([8, 9, 10, 11, 12]);
  });

  test('one after the other, the last first', () => {
    const log = filled(2, limits);
    const first = log.clear();
    log.add(entry());
    const second = log.clear();
    log.add(entry());
    log.restore(second);
    log.restore(first);
    expect(sequences(log, 0).kept).toEqual([1, 2, 3, 4]);
  });

  test('up to a number, the others stay', () => {
    const log = filled(5, limits);
    expect(log.clear(3)).toMatchObject({ count: 3, upTo: 3 });
    expect(sequences(log, 0).kept).toEqual([4, 5]);
  });

  test('the revision says so, and the bytes go on counting', () => {
    const log = filled(3, { entries: 10, bytes: 5000 }, { target: 'x'.repeat(500) });
    const cleared = log.clear();
    const before = log.revision();
    for (let i = 0; i < 2; i++) log.add(entry({ target: 'x'.repeat(500) }));
    log.restore(cleared);
    expect(log.revision()).toBeGreaterThan(before);
    expect(sequences(log, 0).kept).toEqual([3, 4, 5]);
  });
});

describe('lines about events', () => {
  const line = { at: 7, instance: 'spot', event: 'spot-1', what: 'fired', tag: 'interruption', why: 'fired' } as const;

  test('stand among the requests, under numbers of their own, and are no requests', () => {
    const log = createRequestLog({ entries: 3, bytes: 1e9 });
    log.add(entry());
    log.addLine(line);
    expect([log.size(), log.total(), log.last(), log.read(2, () => 'a request')]).toEqual([1, 1, 2, undefined]);
    expect(log.after(1, 1, (item) => ({ ...item })).items).toEqual([{ ...line, sequence: 2 }]);
    for (let i = 0; i < 3; i++) log.add(entry({ at: i }));
    expect([log.size(), log.dropped(), log.total()]).toEqual([3, 1, 4]);
    expect(log.after(0, 9, (item) => 'what' in item).items).toEqual([false, false, false]);
  });

  test('make room for themselves in a full ring', () => {
    const log = filled(3, { entries: 3, bytes: 1e9 });
    log.addLine(line);
    expect([log.size(), log.dropped(), sequences(log, 0).kept]).toEqual([2, 1, [2, 3, 4]]);
  });
});

test('what is held for an export is not written over', () => {
  const log = filled(3, { entries: 3, bytes: 1e9 });
  const held = log.held();
  for (let i = 0; i < 6; i++) log.add(entry({ at: 99 }));
  expect(held.map(({ sequence, at }) => [sequence, at])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

describe('cleared', () => {
  test('the numbers go on, and the revision says so', () => {
    const log = filled(3);
    const before = log.revision();
    expect(log.clear()).toMatchObject({ count: 3, upTo: 3 });
    expect([log.size(), log.first(), log.last(), atOf(log, 3), log.total()]).toEqual([0, 4, 3, undefined, 3]);
    expect(log.revision()).toBeGreaterThan(before);
    log.add(entry());
    expect(sequences(log, 0)).toEqual({ kept: [4], dropped: 3 });
  });

  test('a full ring is empty after it, and fills again', () => {
    const log = filled(7, { entries: 3, bytes: 1e9 });
    log.clear();
    for (let i = 0; i < 4; i++) log.add(entry());
    expect(sequences(log, 7)).toEqual({ kept: [9, 10, 11], dropped: 1 });
  });
});
