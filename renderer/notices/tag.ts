// Each kind of event has one name and one colour, everywhere.
import type { EventView } from '../../app/contract/events.ts';
import type { LogRow } from '../../app/contract/traffic.ts';

export type Tag = NonNullable<LogRow['tag']>;

export const TAG_OF: Record<EventView['kind'], Tag> = {
  'spot-interruption': 'interruption',
  'rebalance-recommendation': 'rebalance',
  maintenance: 'maintenance',
  lifecycle: 'lifecycle',
};

/** The colour's name among the custom properties: `--spot`, `--spot-soft`. */
export const COLOUR_OF: Record<Tag, string> = {
  interruption: 'spot',
  rebalance: 'reb',
  maintenance: 'mnt',
  lifecycle: 'asg',
};
