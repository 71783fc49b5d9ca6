// Where everything on the timeline goes: a lane for each event with its marks, now, who saw what. Pure geometry, in pixels.
import type { EventView } from '../../../app/contract/events.ts';
import {
  type LifecycleView,
  type MaintenanceView,
  isOpen,
  openLifecycle,
  openMaintenance,
  openRebalance,
  openSpot,
  type RebalanceView,
  type SpotView,
} from '../../notices/standing.ts';
import { TAG_OF, type Tag } from '../../notices/tag.ts';
import { clockText, dayText, spanText } from '../../words/time-text.ts';
import { seenText } from './seen-text.ts';
import { textWidth } from './timeline-labels.ts';

export type Mark = { x: number; text: string; shape: 'dot' | 'square' };
type Bar = { from: number; to: number; done: number };
type Sight = { x: number; client: string; afterMs: number };
export type Lane = {
  id: string;
  /** Stands at its left. */
  name: string;
  tag: Tag;
  marks: Mark[];
  /** From the notice to the action. */
  bar: Bar | null;
  /** Along the bar. */
  sights: Sight[];
  /** What is said below the bar; empty where there is nothing to say. */
  below: string;
};
export type TimelineLayout = {
  lanes: Lane[];
  nowX: number;
  /** Events that there is no lane for. */
  more: number;
  /** How wide the names are, and what is beside them. */
  names: number;
  width: number;
};

type Point = Omit<Mark, 'x'> & { at: number };
type Points = Pick<Lane, 'id' | 'name' | 'tag'> & { points: Point[]; event: EventView };

/** What comes after these stands on Events. */
const MOST_LANES = 6;
/** A gap between two marks is drawn as if it were at least, and at most, this long. */
const SHORTEST_MS = 40_000;
const LONGEST_MS = 240_000;
const LEAD = 0.15;
const TAIL = 0.2;
/** Beyond the last mark, and before the first, time runs ever slower towards the edge. */
const EDGE_MS = 90_000;
const SIGHT_GAP = 8;
const NAME_GAP = 16;
/** What is drawn is not cut at the sides. */
const EDGE = 7;

/** Null when no event is under way. `now` is the server's time in milliseconds, `room` the width for names and lanes. */
export function layoutTimeline(events: readonly EventView[], now: number, room: number): TimelineLayout | null {
  const all = lanesOf(events, now);
  if (all.length === 0) return null;
  const shown = all.slice(0, MOST_LANES);
  const names = namesWidth(shown, room);
  const width = room - names;
  const scale = scaleFor(anchorsOf(shown), width);
  const xAt = (at: number) => clamp(scale(at), EDGE, width - EDGE);
  const lanes = shown.map((lane) => laneOf(lane, xAt, now));
  return { lanes, nowX: xAt(now), more: all.length - shown.length, names, width };
}

function namesWidth(lanes: readonly Points[], room: number): number {
  const widest = Math.max(...lanes.map(({ name }) => textWidth(name)));
  return Math.round(Math.min(widest + NAME_GAP, room * 0.3));
}

/** The interruption first, then in the order in which they press. */
function lanesOf(events: readonly EventView[], now: number): Points[] {
  const [spot, rebalance, lifecycle] = [openSpot(events), openRebalance(events), openLifecycle(events, now)];
  const told = toldEvent(events);
  return [
    ...(spot === null ? [] : [laneFor(spot, 'interruption', spotPoints(spot))]),
    ...(rebalance === null ? [] : [laneFor(rebalance, 'rebalance', [noticePoint(rebalance, 'recommended', told)])]),
    ...(lifecycle === null ? [] : [laneFor(lifecycle, 'lifecycle', [noticePoint(lifecycle, lifecycle.state, told)])]),
    ...openMaintenance(events).map((event) => laneFor(event, event.code, maintenancePoints(event, now, told))),
  ];
}

function laneFor(event: EventView, name: string, points: Point[]): Points {
  return { id: event.id, name, tag: TAG_OF[event.kind], points, event };
}

/** A notice that is still to come has its firing before it, so that there is a way to go. */
function spotPoints(spot: SpotView): Point[] {
  const [firedAt, noticeAt] = [Date.parse(spot.firedAt), Date.parse(spot.noticeDueAt)];
  const points = [point(noticeAt, 'notice'), { ...point(actionAtOf(spot), spot.action), shape: 'square' as const }];
  return noticeAt - firedAt > 1000 ? [point(firedAt, 'fired'), ...points] : points;
}

function point(at: number, word: string): Point {
  return { at, text: `${word} ${clockText(at)}`, shape: 'dot' };
}

function actionAtOf(spot: SpotView): number {
  return Date.parse(spot.actionDueAt ?? spot.actionAt);
}

type Noticed = RebalanceView | LifecycleView | MaintenanceView;

/** The words have the time as it is on the wire, the mark stands where the event is after what was skipped. */
function noticePoint(event: Noticed, word: string, told: EventView | null): Point {
  const { text } = point(Date.parse(event.noticeAt), word);
  return { at: Date.parse(event.noticeDueAt), text: text + seenPart(event, event === told), shape: 'dot' };
}

function maintenancePoints(event: MaintenanceView, now: number, told: EventView | null): Point[] {
  const begins = Date.parse(event.actionDueAt ?? event.notBefore);
  const announced = noticePoint(event, 'announced', told);
  const text = `begins ${dayText(Date.parse(event.notBefore), now)}`;
  return [announced, { at: begins, text, shape: 'square' }];
}

/** Those who read it, where the ticks along a bar don't tell it. */
function seenPart({ seenBy }: EventView, told: boolean): string {
  if (seenBy.length === 0) return '';
  return ` · ${told ? seenText(inOrder(seenBy)) : `seen by ${seenBy.length}`}`;
}

/** Whose readers are named: the interruption's, else those of the newest event that somebody read. */
function toldEvent(events: readonly EventView[]): EventView | null {
  const spot = openSpot(events);
  if (spot !== null && spot.seenBy.length > 0) return spot;
  return events.filter(isOpen).find((event) => event.seenBy.length > 0) ?? null;
}

/** Times that the scale is made of. Maintenance and lifecycle lie on it as they fall, so that they don't stretch a notice. */
function anchorsOf(lanes: readonly Points[]): number[] {
  const spot = lanes.filter(({ tag }) => tag === 'interruption' || tag === 'rebalance');
  const times = (spot.length > 0 ? spot : lanes).flatMap(({ points }) => points.map(({ at }) => at));
  return [...new Set(times)].sort((a, b) => a - b);
}

/** From a time to its x. Anchors are in order. */
function scaleFor(anchors: number[], width: number): (at: number) => number {
  const gaps = anchors.slice(1).map((at, index) => clamp(at - (anchors[index] ?? at), SHORTEST_MS, LONGEST_MS));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  const room = width * (1 - LEAD - TAIL);
  const xs: number[] = [width * LEAD];
  for (const gap of gaps) xs.push((xs.at(-1) ?? 0) + (room * gap) / whole);
  return (at) => xOf(at, anchors, xs, width);
}

function xOf(at: number, anchors: number[], xs: number[], width: number): number {
  const next = anchors.findIndex((anchor) => at < anchor);
  const [firstAt = 0, firstX = 0] = [anchors[0], xs[0]];
  if (next === 0) return firstX * Math.exp((at - firstAt) / EDGE_MS);
  const [lastAt = 0, lastX = 0] = [anchors.at(-1), xs.at(-1)];
  if (next === -1) return width - (width - lastX) * Math.exp((lastAt - at) / EDGE_MS);
  const [fromAt = 0, toAt = 0] = [anchors[next - 1], anchors[next]];
  const [fromX = 0, toX = 0] = [xs[next - 1], xs[next]];
  return fromX + ((toX - fromX) * (at - fromAt)) / (toAt - fromAt);
}

function laneOf({ event, points, ...lane }: Points, xAt: (at: number) => number, now: number): Lane {
  const marks = points.map(({ at, text, shape }) => ({ x: xAt(at), text, shape }));
  if (event.kind !== 'spot-interruption') return { ...lane, marks, bar: null, sights: [], below: '' };
  return { ...lane, marks, bar: barOf(event, xAt, now), sights: sightsOf(event, xAt), below: belowText(event) };
}

/** Who read it; and that its times are earlier than those on the wire. */
function belowText({ seenBy, skippedSeconds }: SpotView): string {
  const seen = seenBy.length === 0 ? [] : [seenText(inOrder(seenBy))];
  const skipped = skippedSeconds === 0 ? [] : [`skipped ${spanText(skippedSeconds * 1000)}`];
  return [...seen, ...skipped].join(' · ');
}

function barOf(spot: SpotView, xAt: (at: number) => number, now: number): Bar {
  const [notice, action] = [Date.parse(spot.noticeDueAt), actionAtOf(spot)];
  return { from: xAt(notice), to: xAt(action), done: xAt(clamp(now, notice, action)) };
}

/** Ticks in the order of reading; those that would touch are moved apart. */
function sightsOf(event: EventView, xAt: (at: number) => number): Sight[] {
  const sights: Sight[] = [];
  for (const sighting of inOrder(event.seenBy)) {
    const least = (sights.at(-1)?.x ?? -Infinity) + SIGHT_GAP;
    const x = Math.max(xAt(Date.parse(sighting.movedAt)) + SIGHT_GAP, least);
    sights.push({ client: sighting.client, afterMs: sighting.afterMs, x });
  }
  return sights;
}

function inOrder(seenBy: EventView['seenBy']): EventView['seenBy'] {
  return [...seenBy].sort((a, b) => a.afterMs - b.afterMs);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
