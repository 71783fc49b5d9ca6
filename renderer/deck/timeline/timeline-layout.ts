// Where everything on the timeline goes: marks of events, now, who saw what. Pure geometry, in pixels.
import type { EventView } from '../../../app/contract/events.ts';
import {
  isOpen,
  openLifecycle,
  openMaintenance,
  openRebalance,
  openSpot,
  type SpotView,
} from '../../notices/standing.ts';
import { TAG_OF, type Tag } from '../../notices/tag.ts';

export type Mark = { id: string; at: number; x: number; name: string; tag: Tag; shape: 'dot' | 'square'; seen: number };
type Bar = { from: number; to: number; done: number };
export type Sight = { x: number; client: string; afterMs: number };
export type TimelineLayout = { marks: Mark[]; nowX: number; bar: Bar | null; sights: Sight[]; sightsOf: string | null };

type Point = Omit<Mark, 'x'>;

/** A gap between two marks is drawn as if it were at least, and at most, this long. */
const SHORTEST_MS = 40_000;
const LONGEST_MS = 240_000;
const LEAD = 0.1;
const TAIL = 0.18;
/** Beyond the last mark, and before the first, time runs ever slower towards the edge. */
const EDGE_MS = 90_000;
const SIGHT_GAP = 8;

/** Null when no event is under way. `now` is the server's time in milliseconds, `width` the room there is. */
export function layoutTimeline(events: readonly EventView[], now: number, width: number): TimelineLayout | null {
  const points = pointsOf(events, now);
  if (points.length === 0) return null;
  const xAt = scaleFor(anchorsOf(points), width);
  const spot = openSpot(events);
  const main = mainEvent(events);
  return {
    marks: points.map((point) => ({ ...point, x: xAt(point.at) })),
    nowX: xAt(now),
    bar: spot === null ? null : barOf(spot, xAt, now),
    sights: main === null ? [] : sightsOf(main, xAt),
    sightsOf: main?.id ?? null,
  };
}

function pointsOf(events: readonly EventView[], now: number): Point[] {
  const spot = openSpot(events);
  const single = [openRebalance(events), openLifecycle(events, now), ...openMaintenance(events)];
  const marks = single.filter((event) => event !== null).map((event) => pointOf(event, nameOf(event)));
  return [...marks, ...(spot === null ? [] : spotPoints(spot))];
}

function pointOf(event: EventView, name: string): Point {
  const at = Date.parse(event.noticeDueAt);
  return { id: `${event.id} ${name}`, at, name, tag: TAG_OF[event.kind], shape: 'dot', seen: event.seenBy.length };
}

function nameOf(event: EventView): string {
  if (event.kind === 'lifecycle') return event.state;
  return event.kind === 'rebalance-recommendation' ? 'rebalance' : event.kind;
}

/** A notice that is still to come has its firing before it, so that there is a way to go. */
function spotPoints(spot: SpotView): Point[] {
  const notice = pointOf(spot, 'notice');
  const action: Point = {
    ...pointOf(spot, spot.action),
    at: Date.parse(spot.actionDueAt ?? spot.actionAt),
    shape: 'square',
    seen: 0,
  };
  const fired = { ...pointOf(spot, 'fired'), at: Date.parse(spot.firedAt), seen: 0 };
  return notice.at - fired.at > 1000 ? [fired, notice, action] : [notice, action];
}

/** Times that the scale is made of. Maintenance and lifecycle lie on it as they fall, so that they don't stretch a notice. */
function anchorsOf(points: Point[]): number[] {
  const spot = points.filter(({ tag }) => tag === 'interruption' || tag === 'rebalance');
  const times = (spot.length > 0 ? spot : points).map(({ at }) => at);
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

function barOf(spot: SpotView, xAt: (at: number) => number, now: number): Bar {
  const [notice, action] = [Date.parse(spot.noticeDueAt), Date.parse(spot.actionDueAt ?? spot.actionAt)];
  return { from: xAt(notice), to: xAt(action), done: xAt(clamp(now, notice, action)) };
}

/** Whose sightings are told in full: the interruption's, else those of the newest event that somebody read. */
function mainEvent(events: readonly EventView[]): EventView | null {
  const spot = openSpot(events);
  if (spot !== null && spot.seenBy.length > 0) return spot;
  return events.filter(isOpen).find((event) => event.seenBy.length > 0) ?? null;
}

/** In the order of reading; ticks that would touch are moved apart. */
function sightsOf(event: EventView, xAt: (at: number) => number): Sight[] {
  const inOrder = [...event.seenBy].sort((a, b) => a.afterMs - b.afterMs);
  const sights: Sight[] = [];
  for (const { client, at, afterMs } of inOrder) {
    const least = (sights.at(-1)?.x ?? -Infinity) + SIGHT_GAP;
    sights.push({ client, afterMs, x: Math.max(xAt(Date.parse(at)) + SIGHT_GAP, least) });
  }
  return sights;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
