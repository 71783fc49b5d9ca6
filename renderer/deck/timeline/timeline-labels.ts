// Words along a lane that must not run into each other, nor into what is drawn there.

type Anchor = 'start' | 'middle' | 'end';
export type AnchoredLabel = { text: string; x: number; anchor: Anchor };
export type PlacedLabel = AnchoredLabel & {
  /** 0 is beside the marks, 1 the line of words below them, and so on. */
  line: number;
};

/** From `from` to `to`, in pixels. */
export type Span = { from: number; to: number };

const CHARACTER_WIDTH = 6.3;
const GAP = 6;
/** How far a label stays from its mark. */
const ASIDE = 10;

export function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

export function spanOf({ text, x, anchor }: AnchoredLabel): Span {
  const width = textWidth(text);
  if (anchor === 'start') return { from: x, to: x + width };
  return anchor === 'end' ? { from: x - width, to: x } : { from: x - width / 2, to: x + width / 2 };
}

export type Wish = {
  text: string;
  x: number;
  /** Where it would stand best, beside or below its mark. */
  first: 'before' | 'after' | 'below';
};

/** Gives every label its place: beside its mark where the lane is free, else in a line of words below. `drawn` is what a label beside the marks has to leave free. */
export function placeLabels(wishes: readonly Wish[], width: number, drawn: readonly Span[]): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) placed.push(placeFor(wish, width, drawn, placed));
  return placed;
}

function placeFor(wish: Wish, width: number, drawn: readonly Span[], placed: readonly PlacedLabel[]): PlacedLabel {
  const beside = besides(wish).find((label) => isInside(spanOf(label), width) && isFree(label, 0, placed, drawn));
  if (beside !== undefined) return { ...beside, line: 0 };
  const below = inside({ text: wish.text, x: wish.x, anchor: 'middle' }, width);
  let line = 1;
  while (!isFree(below, line, placed, [])) line += 1;
  return { ...below, line };
}

function besides({ text, x, first }: Wish): AnchoredLabel[] {
  if (first === 'below') return [];
  const before: AnchoredLabel = { text, x: x - ASIDE, anchor: 'end' };
  const after: AnchoredLabel = { text, x: x + ASIDE, anchor: 'start' };
  return first === 'before' ? [before, after] : [after, before];
}

function isFree(label: AnchoredLabel, line: number, placed: readonly PlacedLabel[], drawn: readonly Span[]): boolean {
  const others = placed.filter((one) => one.line === line).map(spanOf);
  return ![...others, ...drawn].some((other) => touch(spanOf(label), other));
}

function touch(a: Span, b: Span): boolean {
  return a.from < b.to + GAP && b.from < a.to + GAP;
}

function isInside({ from, to }: Span, width: number): boolean {
  return from >= 0 && to <= width;
}

/** Moved as far as it must be to be seen whole. */
export function inside(label: AnchoredLabel, width: number): AnchoredLabel {
  const { from, to } = spanOf(label);
  if (from < 0) return { ...label, x: 0, anchor: 'start' };
  return to > width ? { ...label, x: width, anchor: 'end' } : label;
}
