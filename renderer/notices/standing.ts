// Which events matter now, out of all that the server lists.
import type { EventView } from '../../app/contract/events.ts';

export type SpotView = Extract<EventView, { kind: 'spot-interruption' }>;
export type RebalanceView = Extract<EventView, { kind: 'rebalance-recommendation' }>;
export type MaintenanceView = Extract<EventView, { kind: 'maintenance' }>;
export type LifecycleView = Extract<EventView, { kind: 'lifecycle' }>;

/** Phases of an event that nobody has ended. */
export type OpenPhase = 'scheduled' | 'noticed' | 'reached';

export function isOpen(event: EventView): boolean {
  return event.phase !== 'cancelled' && event.phase !== 'completed';
}

/** The phase at `now` (server time in milliseconds) of an event that nobody has ended; the server's own may be a moment old. */
export function openPhase(event: EventView, now: number): OpenPhase {
  if (now < Date.parse(event.noticeDueAt)) return 'scheduled';
  return event.actionDueAt === null || now < Date.parse(event.actionDueAt) ? 'noticed' : 'reached';
}

export function openSpot(events: readonly EventView[]): SpotView | null {
  return events.filter(isOpen).find((event) => event.kind === 'spot-interruption') ?? null;
}

export function openRebalance(events: readonly EventView[]): RebalanceView | null {
  return events.filter(isOpen).find((event) => event.kind === 'rebalance-recommendation') ?? null;
}

/** By when they begin. */
export function openMaintenance(events: readonly EventView[]): MaintenanceView[] {
  return events
    .filter(isOpen)
    .filter((event) => event.kind === 'maintenance')
    .sort((a, b) => Date.parse(a.notBefore) - Date.parse(b.notBefore));
}

/** The one that decides the target state now; else the next to come. */
export function openLifecycle(events: readonly EventView[], now: number): LifecycleView | null {
  const open = events.filter(isOpen).filter((event) => event.kind === 'lifecycle');
  const inForce = open.filter((event) => openPhase(event, now) !== 'scheduled').sort(byNotice);
  return inForce.at(-1) ?? open.sort(byNotice)[0] ?? null;
}

function byNotice(a: EventView, b: EventView): number {
  return Date.parse(a.noticeDueAt) - Date.parse(b.noticeDueAt);
}

/** The one event that the header speaks of: an interruption before all others. */
export function pressingEvent(events: readonly EventView[], now: number): EventView | null {
  return openSpot(events) ?? openLifecycle(events, now) ?? openRebalance(events) ?? openMaintenance(events)[0] ?? null;
}
