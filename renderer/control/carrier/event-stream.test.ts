// Event streams arrive in pieces of any size.
import { expect, test } from 'vitest';
import { createEventReader } from './event-stream.ts';

test('one event in one piece', () => {
  expect(createEventReader()('data: {"log":1}\n\n')).toEqual(['{"log":1}']);
});

test('an event cut anywhere is put together', () => {
  const text = 'data: {"log":1}\n\ndata: {"log":2}\n\n';
  for (let cut = 0; cut <= text.length; cut += 1) {
    const read = createEventReader();
    expect([...read(text.slice(0, cut)), ...read(text.slice(cut))]).toEqual(['{"log":1}', '{"log":2}']);
  }
});

test('comments and events without data say nothing', () => {
  expect(createEventReader()(': ping\n\nevent: x\n\n')).toEqual([]);
});

test('several lines of data are one text', () => {
  expect(createEventReader()('data: a\ndata: b\r\n\r\n')).toEqual(['a\nb']);
});
