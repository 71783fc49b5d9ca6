// The timeline's own SVG.
import { COLOUR_OF, type Tag } from '../../notices/tag.ts';
import { clockText } from '../../words/time-text.ts';
import { seenText } from './seen-text.ts';
import { type Mark, type TimelineLayout } from './timeline-layout.ts';
import {
  type Label,
  type LanedLabel,
  lanesOf,
  laneLabels,
  type AnchoredLabel,
  rightEdge,
  textWidth,
} from './timeline-labels.ts';
import styles from './timeline.module.css';

const NOW = 'now';
/** From line to line of words. */
const LANE = 15;
/** Names stand above the line, times below; the drawing grows with their lanes. */
const ABOVE = 18;
const BELOW = 24;
const FEWEST_LANES_BELOW = 2;

type Props = { layout: TimelineLayout; now: number; width: number };

export function TimelineDrawing({ layout, now, width }: Props) {
  const seen = seenLabel(layout, width);
  const names = nameLabels(layout, now, width);
  const times = timeLabels(layout, width, seen);
  const y = LANE * lanesOf(names) + ABOVE + 1;
  const height = y + BELOW + LANE * (Math.max(FEWEST_LANES_BELOW, lanesOf(times)) - 1) + 5;
  return (
    <svg className={styles.drawing} width={width} height={height} role="img" aria-label={spokenText(layout, now)}>
      <line className={styles.line} x1="0" x2={width} y1={y} y2={y} />
      <line className={styles.past} x1="0" x2={layout.nowX} y1={y} y2={y} />
      <NoticeBar layout={layout} y={y} />
      {layout.marks.map((mark) => (
        <MarkShape key={mark.id} mark={mark} y={y} />
      ))}
      {names.map((label) => (
        <Words
          key={label.key}
          label={label}
          y={y - ABOVE - LANE * label.lane}
          className={styles.name}
          fill={nameColour(layout, label.key)}
        />
      ))}
      {times.map((label) => (
        <Words key={label.key} label={label} y={y + BELOW + LANE * label.lane} />
      ))}
      {layout.sights.map((sight) => (
        <line key={sight.client} className={styles.sight} x1={sight.x} x2={sight.x} y1={y + 8} y2={y + 18} />
      ))}
      {seen !== null && <Words label={seen} y={y + BELOW - 2} className={styles.seen} />}
      <path className={styles.now} d={`M${layout.nowX} ${y - 12}v24`} />
    </svg>
  );
}

function NoticeBar({ layout: { bar }, y }: { layout: TimelineLayout; y: number }) {
  if (bar === null) return null;
  const shape = { x: bar.from, y: y - 5, height: 10, rx: 5 };
  return (
    <>
      <rect {...shape} width={bar.to - bar.from} className={styles.rest} />
      <rect {...shape} width={bar.done - bar.from} fill="var(--spot)" opacity=".85" />
    </>
  );
}

function MarkShape({ mark, y }: { mark: Mark; y: number }) {
  const fill = markColour(mark.tag);
  if (mark.shape === 'dot') return <circle cx={mark.x} cy={y} r="6" fill={fill} />;
  return (
    <rect className={styles.square} x={mark.x - 6} y={y - 6} width="12" height="12" rx="2" style={{ stroke: fill }} />
  );
}

function nameLabels(layout: TimelineLayout, now: number, width: number): LanedLabel[] {
  const labels = layout.marks.map((mark) => ({ key: mark.id, text: mark.name, x: mark.x }));
  return laneLabels([...labels, { key: NOW, text: `now ${clockText(now)}`, x: layout.nowX }], width, NOW);
}

function nameColour({ marks }: TimelineLayout, key: string): string {
  const mark = marks.find(({ id }) => id === key);
  return mark === undefined ? 'var(--text)' : `var(--${COLOUR_OF[mark.tag]})`;
}

/** Times stand below their marks, and out of the way of the sightings. What happens at the same moment has one time. */
function timeLabels(layout: TimelineLayout, width: number, seen: AnchoredLabel | null): LanedLabel[] {
  const labels = layout.marks.map((mark) => ({ key: mark.id, text: timeText(mark, layout), x: mark.x }));
  const own = labels.filter((one, index) => !labels.some((other, at) => saysMore(other, one, at < index)));
  return laneLabels(own, width, layout.marks.at(-1)?.id ?? '', seen === null ? [] : [seen]);
}

/** Whether another label at the same x has the same words, and more or the first of them. */
function saysMore(other: Label, one: Label, isBefore: boolean): boolean {
  if (Math.abs(other.x - one.x) > 2 || !other.text.startsWith(one.text)) return false;
  return other.text !== one.text || isBefore;
}

function timeText(mark: Mark, layout: TimelineLayout): string {
  const told = layout.sightsOf !== null && mark.id.startsWith(layout.sightsOf);
  return mark.seen === 0 || told ? clockText(mark.at) : `${clockText(mark.at)} · seen by ${mark.seen}`;
}

function seenLabel({ sights }: TimelineLayout, width: number): AnchoredLabel | null {
  const last = sights.at(-1);
  const [first] = sights;
  if (last === undefined || first === undefined) return null;
  const label: AnchoredLabel = { key: 'seen', text: seenText(sights), x: last.x + 8, anchor: 'start' };
  if (rightEdge(label) <= width) return label;
  const before = first.x - 8;
  return before >= textWidth(label.text)
    ? { ...label, x: before, anchor: 'end' }
    : { ...label, x: width, anchor: 'end' };
}

type WordsProps = { label: AnchoredLabel; y: number; className?: string | undefined; fill?: string };

function Words({ label, y, className, fill }: WordsProps) {
  return (
    <text x={label.x} y={y} textAnchor={label.anchor} className={className} style={fill === undefined ? {} : { fill }}>
      {label.text}
    </text>
  );
}

function markColour(tag: Tag): string {
  return tag === 'interruption' ? 'var(--spot)' : `var(--${COLOUR_OF[tag]}-mark)`;
}

function spokenText({ marks, sights }: TimelineLayout, now: number): string {
  const told = marks.map((mark) => `${mark.name} ${clockText(mark.at)}`);
  return [...told, `now ${clockText(now)}`, ...(sights.length > 0 ? [seenText(sights)] : [])].join(', ');
}
