// Columns fold away with the room.
import { expect, test } from 'vitest';
import { COLUMNS } from '../../stores/log/log-columns.ts';
import { columnTemplate, roomFor, shownColumns } from './columns.ts';

test.each([
  [0, 'wide'],
  [880, 'wide'],
  [760, 'narrow'],
  [620, 'slim'],
  [340, 'small'],
] as const)('%d pixels are %s', (width, room) => {
  expect(roomFor(width)).toBe(room);
});

test('the order stays, what has no room is left out', () => {
  const order = ['path', 'time', 'ms', 'status', 'client', 'method', 'v', 'why'] as const;
  expect(shownColumns({ order, widths: {} }, 'wide')).toEqual(order);
  expect(shownColumns({ order, widths: {} }, 'narrow')).toEqual(order.filter((id) => id !== 'ms'));
  expect(shownColumns({ order, widths: {} }, 'slim')).toEqual(order.filter((id) => id !== 'ms' && id !== 'time'));
  expect(shownColumns({ order, widths: {} }, 'small')).toEqual(['path', 'status', 'why']);
});

test('a width that somebody gave holds in every room, the path takes the rest', () => {
  const widths = { why: 300 };
  for (const room of ['wide', 'narrow'] as const) {
    const tracks = columnTemplate(COLUMNS, widths, room);
    expect(tracks).toContain('minmax(0, 300px)');
    expect(tracks).toContain('minmax(60px, 1fr)');
  }
});
