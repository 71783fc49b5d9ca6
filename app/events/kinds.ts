// The words of events: their groups, phases, actions, codes and states, as everybody names them.

/** Events whose notices share places (behaviour.md, Who gets notices). */
export const GROUPS = ['spot', 'maintenance', 'lifecycle'] as const;
export type Group = (typeof GROUPS)[number];

export const PHASES = ['scheduled', 'noticed', 'reached', 'cancelled', 'completed'] as const;
export type Phase = (typeof PHASES)[number];

/** What can happen to an event; `restored` is what undo or another world brought. */
export const HAPPENED = [
  'fired',
  'noticed',
  'reached',
  'skipped',
  'cancelled',
  'completed',
  'withdrawn',
  'restored',
] as const;

export const FIRED_BY = ['panel', 'cli', 'http', 'file'] as const;
export type FiredBy = (typeof FIRED_BY)[number];

export const SPOT_ACTIONS = ['terminate', 'stop', 'hibernate'] as const;
export type SpotAction = (typeof SPOT_ACTIONS)[number];

export const MAINTENANCE_CODES = [
  'instance-reboot',
  'system-reboot',
  'system-maintenance',
  'instance-retirement',
  'instance-stop',
] as const;
export type MaintenanceCode = (typeof MAINTENANCE_CODES)[number];

export const LIFECYCLE_STATES = [
  'Detached',
  'InService',
  'Standby',
  'Terminated',
  'Warmed:Hibernated',
  'Warmed:Running',
  'Warmed:Stopped',
  'Warmed:Terminated',
] as const;
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

/** How many places a rule can count, and how many it counts unless it says otherwise. */
export const MAX_PLACES = 1000;
export const DEFAULT_PLACES = 2;

/** The longest time that anything can be put off or moved on by. */
export const MAX_SECONDS = 366 * 24 * 3600;
