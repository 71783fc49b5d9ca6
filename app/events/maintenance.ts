// Scheduled maintenance: active events in `scheduled`, finished ones in `history` (imds.md 3.3).
import { gmtTime } from '../time.ts';
import { stands } from './event.ts';
import type { MaintenanceCode } from './kinds.ts';
import type { EventLeaf } from './leaf.ts';
import type { MaintenanceEvent } from './schema.ts';

export const SCHEDULED_PATH = 'meta-data/events/maintenance/scheduled';
export const HISTORY_PATH = 'meta-data/events/maintenance/history';

const DESCRIPTIONS: Record<MaintenanceCode, string> = {
  'instance-reboot': 'scheduled reboot',
  'system-reboot': 'scheduled reboot',
  'system-maintenance': 'scheduled maintenance',
  'instance-retirement': 'The instance is running on degraded hardware',
  'instance-stop': 'The instance is running on degraded hardware',
};

export function defaultDescription(code: MaintenanceCode): string {
  return DESCRIPTIONS[code];
}

/** Stop and retirement have no end; the others last two hours unless told otherwise (behaviour.md, Events). */
export function hasEnd(code: MaintenanceCode): boolean {
  return code !== 'instance-retirement' && code !== 'instance-stop';
}

/** Both arrays, whether or not they hold anything: `[]` is what the paths answer without events. */
export function maintenanceLeaves(events: MaintenanceEvent[], now: number): EventLeaf[] {
  const inOrder = [...events].sort((a, b) => a.notBefore - b.notBefore || a.firedAt - b.firedAt);
  const active = inOrder.filter((event) => stands(event, now));
  const finished = inOrder.filter((event) => event.ending);
  return [
    { path: SCHEDULED_PATH, body: jsonArray(active.map(wireEvent)), events: active.map((event) => event.id) },
    { path: HISTORY_PATH, body: jsonArray(finished.map(wireEvent)), events: [] },
  ];
}

const STATES = { cancelled: ['canceled', '[Canceled] '], completed: ['completed', '[Completed] '] } as const;

/** One event in the layout and order of keys of imds.md 3.3. */
function wireEvent(event: MaintenanceEvent): string {
  const [state, prefix] = event.ending ? STATES[event.ending.kind] : (['active', ''] as const);
  const fields = [
    ['NotBefore', gmtTime(event.notBefore)],
    ['Code', event.code],
    ['Description', prefix + event.description],
    ['EventId', event.eventId],
    ...(event.notAfter === undefined ? [] : [['NotAfter', gmtTime(event.notAfter)]]),
    ['State', state],
  ];
  return `{\n${fields.map(([key, value]) => `  "${key}" : ${JSON.stringify(value)}`).join(',\n')}\n}`;
}

function jsonArray(items: string[]): string {
  return items.length === 0 ? '[]' : `[ ${items.join(', ')} ]`;
}
