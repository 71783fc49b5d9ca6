// Words along the timeline that must not run into each other.

type Anchor = 'start' | 'middle' | 'end';
export type Label = { key: string; text: string; x: number };
export type AnchoredLabel = Label & { anchor: Anchor };

const CHARACTER_WIDTH = 6.4;
const GAP = 8;
/** How far a label that was pushed aside stays from its mark. */
const ASIDE = 8;

export function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

function leftEdge({ text, x, anchor }: AnchoredLabel): number {
  if (anchor === 'start') return x;
  return anchor === 'end' ? x - textWidth(text) : x - textWidth(text) / 2;
}

export function rightEdge(label: AnchoredLabel): number {
  return leftEdge(label) + textWidth(label.text);
}

export type LanedLabel = AnchoredLabel & {
  /** 0 is the line next to the marks. */
  lane: number;
};

/**
 * Gives labels their lanes so that each can be read. Two that would touch turn away from each other; what still touches after
 * that goes a line further off. The one whose key is `keep` stays next to its mark; what is `taken` already stands in the first line.
 */
export function laneLabels(
  labels: readonly Label[],
  width: number,
  keep: string,
  taken: readonly AnchoredLabel[] = [],
): LanedLabel[] {
  const placed = [...labels].sort((a, b) => a.x - b.x).map((label): AnchoredLabel => ({ ...label, anchor: 'middle' }));
  const turned = turnAside(placed).map((label) => inside(label, width));
  const before = taken.map((label) => ({ ...label, lane: 0 }));
  const laned: LanedLabel[] = [];
  for (const label of [...turned.filter(isKept), ...turned.filter((one) => !isKept(one))])
    laned.push({ ...label, lane: freeLane(label, [...before, ...laned]) });
  return laned;

  function isKept({ key }: AnchoredLabel): boolean {
    return key === keep;
  }
}

function freeLane(label: AnchoredLabel, laned: readonly LanedLabel[]): number {
  const taken = new Set(laned.filter((one) => touch(one, label)).map(({ lane }) => lane));
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}

/** How many lines there are. */
export function lanesOf(labels: readonly LanedLabel[]): number {
  return Math.max(0, ...labels.map(({ lane }) => lane + 1));
}

function turnAside(labels: AnchoredLabel[]): AnchoredLabel[] {
  const turned = [...labels];
  for (let index = 1; index < turned.length; index += 1) {
    const [left, right] = [turned[index - 1], turned[index]];
    if (left === undefined || right === undefined || !touch(left, right)) continue;
    if (left.anchor === 'middle') turned[index - 1] = { ...left, x: left.x - ASIDE / 2, anchor: 'end' };
    turned[index] = { ...right, x: right.x + ASIDE / 2, anchor: 'start' };
  }
  return turned;
}

function inside(label: AnchoredLabel, width: number): AnchoredLabel {
  if (leftEdge(label) < 0) return { ...label, x: 0, anchor: 'start' };
  return rightEdge(label) > width ? { ...label, x: width, anchor: 'end' } : label;
}

export function touch(a: AnchoredLabel, b: AnchoredLabel): boolean {
  return leftEdge(a) < rightEdge(b) + GAP && leftEdge(b) < rightEdge(a) + GAP;
}
