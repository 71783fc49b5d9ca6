// What the header says of an event: a few words, and a countdown where something is to come.
import type { EventView } from '../../app/contract/events.ts';
import type { SpotAction } from '../../app/events/kinds.ts';
import { type OpenPhase, openPhase, type SpotView } from './standing.ts';
import { countdownText } from '../words/time-text.ts';

export type BannerText = { words: string; count: string | null };

const VERBS: Record<SpotAction, string> = { terminate: 'Terminates', stop: 'Stops', hibernate: 'Hibernates' };
const NOUNS: Record<SpotAction, string> = { terminate: 'Termination', stop: 'Stop', hibernate: 'Hibernation' };

export function bannerText(event: EventView, now: number): BannerText {
  const phase = openPhase(event, now);
  if (event.kind === 'spot-interruption') return spotText(event, phase, now);
  if (phase === 'scheduled') return { words: `${SCHEDULED[event.kind]} in`, count: leftUntil(event.noticeDueAt, now) };
  if (event.kind === 'rebalance-recommendation') return { words: 'Rebalance recommended', count: null };
  if (event.kind === 'lifecycle') return { words: `Target state ${event.state}`, count: null };
  return Date.parse(event.notBefore) > now
    ? { words: `${event.code} in`, count: leftUntil(event.notBefore, now) }
    : { words: `${event.code} due`, count: null };
}

const SCHEDULED: Record<Exclude<EventView['kind'], 'spot-interruption'>, string> = {
  'rebalance-recommendation': 'Rebalance',
  maintenance: 'Maintenance',
  lifecycle: 'Lifecycle state',
};

function spotText(event: SpotView, phase: OpenPhase, now: number): BannerText {
  if (phase === 'scheduled') return { words: 'Interruption notice in', count: leftUntil(event.noticeDueAt, now) };
  if (phase === 'reached') return { words: `${NOUNS[event.action]} time passed`, count: null };
  return { words: `${VERBS[event.action]} in`, count: leftUntil(event.actionDueAt ?? event.actionAt, now) };
}

function leftUntil(moment: string, now: number): string {
  return countdownText(Date.parse(moment) - now);
}
