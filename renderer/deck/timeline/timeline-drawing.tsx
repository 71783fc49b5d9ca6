// The timeline's lanes, their names at the left, and now across all of them.
import { COLOUR_OF } from '../../notices/tag.ts';
import { clockText } from '../../words/time-text.ts';
import { LaneDrawing, placeLane, type PlacedLane } from './lane-drawing.tsx';
import { inside } from './timeline-labels.ts';
import type { TimelineLayout } from './timeline-layout.ts';
import styles from './timeline.module.css';

/** The line of words above the lanes. */
const HEAD_HEIGHT = 16;

type Props = { layout: TimelineLayout; now: number };

export function TimelineDrawing({ layout, now }: Props) {
  const { width } = layout;
  const lanes = stacked(layout.lanes.map((lane) => placeLane(lane, width)));
  const bottom = lanes.at(-1)?.bottom ?? HEAD_HEIGHT;
  const label = inside({ text: `now ${clockText(now)}`, x: layout.nowX, anchor: 'middle' }, width);
  return (
    <div className={styles.lanes} style={{ gridTemplateColumns: `${layout.names}px minmax(0, 1fr)` }}>
      <div className={styles.names} aria-hidden>
        {lanes.map(({ lane: { id, name, tag }, height }) => (
          <span key={id} className="cut" style={{ height, color: `var(--${COLOUR_OF[tag]})` }} title={name}>
            {name}
          </span>
        ))}
      </div>
      <svg className={styles.drawing} width={width} height={bottom} role="img" aria-label={spokenText(layout, now)}>
        <path className={styles.now} d={`M${layout.nowX} ${HEAD_HEIGHT - 2}V${bottom}`} />
        {lanes.map((lane) => (
          <LaneDrawing key={lane.lane.id} {...lane} width={width} />
        ))}
        <text className={styles.nowText} x={label.x} y={HEAD_HEIGHT - 5} textAnchor={label.anchor}>
          {label.text}
        </text>
      </svg>
    </div>
  );
}

type StackedLane = PlacedLane & { top: number; bottom: number };

function stacked(lanes: readonly PlacedLane[]): StackedLane[] {
  const all: StackedLane[] = [];
  for (const lane of lanes) {
    const top = all.at(-1)?.bottom ?? HEAD_HEIGHT;
    all.push({ ...lane, top, bottom: top + lane.height });
  }
  return all;
}

function spokenText({ lanes }: TimelineLayout, now: number): string {
  const told = lanes.map(({ name, marks, below }) => {
    const words = [...marks.map(({ text }) => text), below].filter(Boolean);
    return `${name}: ${words.join(', ')}`;
  });
  return [`now ${clockText(now)}`, ...told].join('; ');
}
