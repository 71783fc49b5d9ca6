// One event's lane: its marks with their words, from the notice to the action a bar, and a tick for each who read it.
import { COLOUR_OF, type Tag } from '../../notices/tag.ts';
import { type PlacedLabel, placeLabels, type Span, type Wish } from './timeline-labels.ts';
import type { Lane, Mark } from './timeline-layout.ts';
import styles from './timeline.module.css';

/** Of a lane without words below. */
const LANE_HEIGHT = 20;
const WORDS_HEIGHT = 14;
const MARK_RADIUS = 5;

/** A lane with the room that its words take. */
export type PlacedLane = { lane: Lane; labels: PlacedLabel[]; height: number };

export function placeLane(lane: Lane, width: number): PlacedLane {
  const labels = placeLabels(wishesOf(lane), width, drawnIn(lane));
  return { lane, labels, height: LANE_HEIGHT + WORDS_HEIGHT * Math.max(...labels.map(({ line }) => line)) };
}

function wishesOf({ marks, bar, sights, below }: Lane): Wish[] {
  const x = sights.at(-1)?.x ?? bar?.from ?? 0;
  const words = marks.map((mark, index): Wish => ({
    ...mark,
    first: bar !== null && index < marks.length - 1 ? 'before' : 'after',
  }));
  return below === '' ? words : [...words, { text: below, x, first: 'below' }];
}

function drawnIn({ marks, bar }: Lane): Span[] {
  const shapes = marks.map(({ x }) => ({ from: x - 1, to: x + 1 }));
  return bar === null ? shapes : [...shapes, bar];
}

type Props = PlacedLane & { top: number; width: number };

export function LaneDrawing({ lane, labels, top, width }: Props) {
  const y = top + LANE_HEIGHT / 2;
  return (
    <g>
      <line className={styles.line} x1="0" x2={width} y1={y} y2={y} />
      <BarShape lane={lane} y={y} />
      {lane.sights.map(({ client, x }) => (
        <path key={client} className={styles.sight} d={`M${x} ${y - 7}v14`} />
      ))}
      {lane.marks.map((mark) => (
        <MarkShape key={mark.text} mark={mark} tag={lane.tag} y={y} />
      ))}
      {labels.map((label) => (
        <text
          key={label.text}
          x={label.x}
          y={y + 4 + WORDS_HEIGHT * label.line}
          textAnchor={label.anchor}
          className={label.text === lane.below ? styles.seen : undefined}
        >
          {label.text}
        </text>
      ))}
    </g>
  );
}

function BarShape({ lane: { bar }, y }: { lane: Lane; y: number }) {
  if (bar === null) return null;
  const shape = { x: bar.from, y: y - 4, height: 8, rx: 4 };
  return (
    <>
      <rect {...shape} width={bar.to - bar.from} className={styles.rest} />
      <rect {...shape} width={bar.done - bar.from} fill="var(--spot)" opacity=".85" />
    </>
  );
}

function MarkShape({ mark, tag, y }: { mark: Mark; tag: Tag; y: number }) {
  const colour = tag === 'interruption' ? 'var(--spot)' : `var(--${COLOUR_OF[tag]}-mark)`;
  if (mark.shape === 'dot') return <circle cx={mark.x} cy={y} r={MARK_RADIUS} fill={colour} />;
  const side = 2 * MARK_RADIUS;
  return (
    <rect
      className={styles.square}
      x={mark.x - MARK_RADIUS}
      y={y - MARK_RADIUS}
      width={side}
      height={side}
      rx="2"
      style={{ stroke: colour }}
    />
  );
}
