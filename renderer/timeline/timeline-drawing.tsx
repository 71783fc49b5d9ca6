// The timeline's own SVG.
import { COLOUR_OF, type Tag } from '../events/tag.ts';
import { clockText } from '../events/time-text.ts';
import { seenText } from './seen-text.ts';
import { type Mark, type TimelineLayout } from './timeline-layout.ts';
import { placeLabels, type PlacedLabel, rightEdge, textWidth, touch } from './timeline-labels.ts';
import styles from './timeline.module.css';

const HEIGHT = 78;
const LINE_Y = 34;
const SEEN_Y = 56;
const TIME_Y = 58;
const LOW_TIME_Y = 74;
const NOW = 'now';

type Props = { layout: TimelineLayout; now: number; width: number };

export function TimelineDrawing({ layout, now, width }: Props) {
  const seen = seenLabel(layout, width);
  return (
    <svg className={styles.drawing} width={width} height={HEIGHT} role="img" aria-label={spokenText(layout, now)}>
      <line className={styles.line} x1="0" x2={width} y1={LINE_Y} y2={LINE_Y} />
      <line className={styles.past} x1="0" x2={layout.nowX} y1={LINE_Y} y2={LINE_Y} />
      <NoticeBar layout={layout} />
      {layout.marks.map((mark) => (
        <MarkShape key={mark.id} mark={mark} />
      ))}
      <TopLabels layout={layout} now={now} width={width} />
      <TimeLabels layout={layout} width={width} seen={seen} />
      {layout.sights.map((sight) => (
        <line key={sight.client} className={styles.sight} x1={sight.x} x2={sight.x} y1="42" y2="52" />
      ))}
      {seen !== null && <Words label={seen} y={SEEN_Y} className={styles.seen} />}
      <path className={styles.now} d={`M${layout.nowX} 22v24`} />
    </svg>
  );
}

function NoticeBar({ layout: { bar } }: { layout: TimelineLayout }) {
  if (bar === null) return null;
  const shape = { x: bar.from, y: LINE_Y - 5, height: 10, rx: 5 };
  return (
    <>
      <rect {...shape} width={bar.to - bar.from} fill="var(--spot-soft)" />
      <rect {...shape} width={bar.done - bar.from} fill="var(--spot)" opacity=".85" />
    </>
  );
}

function MarkShape({ mark }: { mark: Mark }) {
  const fill = markColour(mark.tag);
  if (mark.shape === 'dot') return <circle cx={mark.x} cy={LINE_Y} r="6" fill={fill} />;
  return (
    <rect
      className={styles.square}
      x={mark.x - 6}
      y={LINE_Y - 6}
      width="12"
      height="12"
      rx="2"
      style={{ stroke: fill }}
    />
  );
}

function TopLabels({ layout, now, width }: Props) {
  const labels = layout.marks.map((mark) => ({ key: mark.id, text: mark.name, x: mark.x }));
  const all = [...labels, { key: NOW, text: `now ${clockText(now)}`, x: layout.nowX }];
  const tags = new Map(layout.marks.map((mark) => [mark.id, mark.tag]));
  return placeLabels(all, width, NOW).map((label) => {
    const tag = tags.get(label.key);
    const fill = tag === undefined ? 'var(--text)' : `var(--${COLOUR_OF[tag]})`;
    return <Words key={label.key} label={label} y={16} className={styles.name} fill={fill} />;
  });
}

/** Times stand below their marks; one that the sightings would run into stands a line lower. */
function TimeLabels({ layout, width, seen }: { layout: TimelineLayout; width: number; seen: PlacedLabel | null }) {
  const labels = layout.marks.map((mark) => ({ key: mark.id, text: timeText(mark, layout), x: mark.x }));
  return placeLabels(labels, width, layout.marks.at(-1)?.id ?? '').map((label) => (
    <Words key={label.key} label={label} y={seen !== null && touch(label, seen) ? LOW_TIME_Y : TIME_Y} />
  ));
}

function timeText(mark: Mark, layout: TimelineLayout): string {
  const told = layout.sightsOf !== null && mark.id.startsWith(layout.sightsOf);
  return mark.seen === 0 || told ? clockText(mark.at) : `${clockText(mark.at)} · seen by ${mark.seen}`;
}

function seenLabel({ sights }: TimelineLayout, width: number): PlacedLabel | null {
  const last = sights.at(-1);
  const [first] = sights;
  if (last === undefined || first === undefined) return null;
  const label: PlacedLabel = { key: 'seen', text: seenText(sights), x: last.x + 8, anchor: 'start' };
  if (rightEdge(label) <= width) return label;
  const before = first.x - 8;
  return before >= textWidth(label.text)
    ? { ...label, x: before, anchor: 'end' }
    : { ...label, x: width, anchor: 'end' };
}

type WordsProps = { label: PlacedLabel; y: number; className?: string | undefined; fill?: string };

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
