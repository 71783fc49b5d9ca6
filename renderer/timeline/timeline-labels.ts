// Words along the timeline that must not run into each other.

type Anchor = 'start' | 'middle' | 'end';
export type Label = { key: string; text: string; x: number };
export type PlacedLabel = Label & { anchor: Anchor };

const CHARACTER_WIDTH = 6.4;
const GAP = 8;
/** How far a label that was pushed aside stays from its mark. */
const ASIDE = 8;

export function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

function leftEdge({ text, x, anchor }: PlacedLabel): number {
  if (anchor === 'start') return x;
  return anchor === 'end' ? x - textWidth(text) : x - textWidth(text) / 2;
}

export function rightEdge(label: PlacedLabel): number {
  return leftEdge(label) + textWidth(label.text);
}

/**
 * Places labels in one line. Two that would touch turn away from each other; what still touches after that is left out, save for
 * the one whose key is `keep`.
 */
export function placeLabels(labels: readonly Label[], width: number, keep: string): PlacedLabel[] {
  const placed = [...labels].sort((a, b) => a.x - b.x).map((label): PlacedLabel => ({ ...label, anchor: 'middle' }));
  const turned = turnAside(placed).map((label) => inside(label, width));
  const kept = turned.filter(({ key }) => key === keep);
  for (const label of turned) if (!kept.some((one) => touch(one, label))) kept.push(label);
  return kept;
}

function turnAside(labels: PlacedLabel[]): PlacedLabel[] {
  const turned = [...labels];
  for (let index = 1; index < turned.length; index += 1) {
    const [left, right] = [turned[index - 1], turned[index]];
    if (left === undefined || right === undefined || !touch(left, right)) continue;
    if (left.anchor === 'middle') turned[index - 1] = { ...left, x: left.x - ASIDE / 2, anchor: 'end' };
    turned[index] = { ...right, x: right.x + ASIDE / 2, anchor: 'start' };
  }
  return turned;
}

function inside(label: PlacedLabel, width: number): PlacedLabel {
  if (leftEdge(label) < 0) return { ...label, x: 0, anchor: 'start' };
  return rightEdge(label) > width ? { ...label, x: width, anchor: 'end' } : label;
}

export function touch(a: PlacedLabel, b: PlacedLabel): boolean {
  return leftEdge(a) < rightEdge(b) + GAP && leftEdge(b) < rightEdge(a) + GAP;
}
