// Phases of events in the words of the screen.
import type { EventView } from '../../app/contract/events.ts';

export const PHASE_TEXT: Record<EventView['phase'], string> = {
  scheduled: 'scheduled',
  noticed: 'in its notice',
  reached: 'action time passed',
  cancelled: 'cancelled',
  completed: 'completed',
};

const BY: Record<EventView['by'], string> = { panel: 'panel', cli: 'command line', http: 'HTTP API', file: 'file' };

export function byText(by: EventView['by']): string {
  return BY[by];
}

/** What an event is, in a line of the history. */
export function whatText(event: EventView): string {
  switch (event.kind) {
    case 'spot-interruption':
      return `spot interruption, ${event.action}`;
    case 'rebalance-recommendation':
      return 'rebalance recommendation';
    case 'maintenance':
      return `maintenance, ${event.code}`;
    case 'lifecycle':
      return `target state ${event.state}`;
  }
}
