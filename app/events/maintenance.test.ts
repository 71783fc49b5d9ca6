// Scheduled maintenance on the wire: active events and history (imds.md 3.3; behaviour.md, Events).
import { describe, expect, test } from 'vitest';
import { exampleService, type ExampleService, START } from '../service.example.ts';
import { finish, withdraw } from './finish.ts';
import { scheduleMaintenance } from './fire.ts';
import { HISTORY_PATH, SCHEDULED_PATH } from './maintenance.ts';
import { MAINTENANCE_CODES } from './kinds.ts';

type Input = Parameters<typeof scheduleMaintenance>[1];
type Wire = { NotBefore: string; Code: string; Description: string; EventId: string; NotAfter?: string; State: string };

/** Fires, and gives the event's id. */
function schedule(service: ExampleService, input: Input): string {
  const { events } = service.fire((instance, firing) => scheduleMaintenance(instance, input, firing));
  return events[0]?.id ?? '';
}

function end(service: ExampleService, id: string, kind: 'cancelled' | 'completed'): void {
  service.fire((instance, { now }) => finish(instance, id, kind, now));
}

function wire(service: ExampleService, path: string): Wire[] {
  return JSON.parse(String(service.read(path))) as Wire[];
}

const codes = (events: Wire[]) => events.map(({ Code }) => Code);

test.each([SCHEDULED_PATH, HISTORY_PATH])('%s is [] without events (imds.md 3.3)', (path) => {
  expect(exampleService().get(path)).toMatchObject({ status: 200, body: '[]' });
});

test('the layout and the order of keys (3.3)', () => {
  const service = exampleService();
  const notBefore = Date.UTC(2021, 4, 1, 22, 0, 0);
  schedule(service, { code: 'instance-reboot', notBefore, notAfter: notBefore + 3_661_000 });
  expect(service.read(SCHEDULED_PATH)).toBe(
    [
      '[ {',
      '  "NotBefore" : "1 May 2021 22:00:00 GMT",',
      '  "Code" : "instance-reboot",',
      '  "Description" : "scheduled reboot",',
      '  "EventId" : "instance-event-00000000000000002",',
      '  "NotAfter" : "1 May 2021 23:01:01 GMT",',
      '  "State" : "active"',
      '} ]',
    ].join('\n'),
  );
});

describe('what is not said', () => {
  test.each([
    ['instance-reboot', 'scheduled reboot', '8 Aug 2024 14:59:00 GMT'],
    ['system-reboot', 'scheduled reboot', '8 Aug 2024 14:59:00 GMT'],
    ['system-maintenance', 'scheduled maintenance', '8 Aug 2024 14:59:00 GMT'],
    ['instance-retirement', 'The instance is running on degraded hardware', undefined],
    ['instance-stop', 'The instance is running on degraded hardware', undefined],
  ] as const)('%s: "%s", in seven days, until %s', (code, Description, NotAfter) => {
    const service = exampleService();
    schedule(service, { code });
    const events = wire(service, SCHEDULED_PATH);
    expect(events).toMatchObject([{ NotBefore: '8 Aug 2024 12:59:00 GMT', Description }]);
    expect(events.map((event) => event.NotAfter)).toEqual([NotAfter]);
  });

  test('an end is told for stop and retirement where it is given', () => {
    const service = exampleService();
    schedule(service, { code: 'instance-stop', notBefore: START, notAfter: START + 1000 });
    expect(wire(service, SCHEDULED_PATH)).toMatchObject([{ NotAfter: '1 Aug 2024 12:59:01 GMT' }]);
  });

  test("a description of one's own is JSON whatever is in it", () => {
    const service = exampleService();
    schedule(service, { code: 'system-reboot', description: 'a "b" \\ é' });
    expect(wire(service, SCHEDULED_PATH)).toMatchObject([{ Description: 'a "b" \\ é' }]);
  });
});

test('an end before the beginning is refused', () => {
  const input: Input = { code: 'system-reboot', notBefore: START, notAfter: START - 1 };
  expect(() => schedule(exampleService(), input)).toThrow('notAfter lies before notBefore');
});

test.each(MAINTENANCE_CODES)('%s stands from its firing, and after its time, until it is ended', (code) => {
  const service = exampleService();
  schedule(service, { code, notBefore: START + 1000 });
  for (const later of [0, 1000, 30 * 86_400_000]) {
    service.now = START + later;
    expect(codes(wire(service, SCHEDULED_PATH))).toEqual([code]);
  }
});

describe('several', () => {
  test('in the order of NotBefore, then of firing', () => {
    const service = exampleService();
    schedule(service, { code: 'instance-stop', notBefore: START + 2000 });
    service.now += 1;
    schedule(service, { code: 'system-reboot', notBefore: START + 1000 });
    service.now += 1;
    schedule(service, { code: 'instance-reboot', notBefore: START + 2000 });
    expect(codes(wire(service, SCHEDULED_PATH))).toEqual(['system-reboot', 'instance-stop', 'instance-reboot']);
    expect(service.read(SCHEDULED_PATH)).toMatch(/^\[ \{\n[^{}]*\n\}, \{\n[^{}]*\n\}, \{\n[^{}]*\n\} \]$/);
  });

  test('fired in the same millisecond, in the order of firing', () => {
    const service = exampleService();
    schedule(service, { code: 'instance-stop', notBefore: START });
    schedule(service, { code: 'system-reboot', notBefore: START });
    expect(codes(wire(service, SCHEDULED_PATH))).toEqual(['instance-stop', 'system-reboot']);
  });

  test('each has an EventId of the real shape, and another one (3.3)', () => {
    const service = exampleService();
    for (const code of MAINTENANCE_CODES) schedule(service, { code });
    const ids = wire(service, SCHEDULED_PATH).map(({ EventId }) => EventId);
    for (const id of ids) expect(id).toMatch(/^instance-event-[0-9a-f]{17}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('history', () => {
  test.each([
    ['completed', 'completed', '[Completed] scheduled reboot'],
    ['cancelled', 'canceled', '[Canceled] scheduled reboot'],
  ] as const)('%s: out of scheduled, with its state and prefix (3.3)', (kind, State, Description) => {
    const service = exampleService();
    const id = schedule(service, { code: 'system-reboot' });
    const [active] = wire(service, SCHEDULED_PATH);
    end(service, id, kind);
    expect(service.read(SCHEDULED_PATH)).toBe('[]');
    expect(wire(service, HISTORY_PATH)).toEqual([{ ...active, State, Description }]);
  });

  test('in the order of NotBefore, whichever ended first', () => {
    const service = exampleService();
    const late = schedule(service, { code: 'instance-stop', notBefore: START + 2000 });
    const early = schedule(service, { code: 'system-reboot', notBefore: START + 1000 });
    end(service, late, 'completed');
    end(service, early, 'cancelled');
    expect(codes(wire(service, HISTORY_PATH))).toEqual(['system-reboot', 'instance-stop']);
  });

  test('withdrawn, an event leaves no trace', () => {
    const service = exampleService();
    const open = schedule(service, { code: 'system-reboot' });
    const ended = schedule(service, { code: 'instance-stop' });
    end(service, ended, 'completed');
    for (const id of [open, ended]) service.fire((instance) => withdraw(instance, id));
    expect([service.read(SCHEDULED_PATH), service.read(HISTORY_PATH)]).toEqual(['[]', '[]']);
  });
});
