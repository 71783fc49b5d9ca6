// One measured value beside its goal, and the table of them.

export type Row = {
  what: string;
  measured: string;
  /** Empty for what is only told. */
  goal: string;
  reached: boolean;
};

export function told(what: string, measured: string): Row {
  return { what, measured, goal: '', reached: true };
}

export function atLeast(what: string, value: number, goal: number): Row {
  return { what, measured: value.toFixed(2), goal: `at least ${goal.toFixed(2)}`, reached: value >= goal };
}

export function atMost(what: string, value: number, goal: number, unit: string): Row {
  const [measured, limit] = [value, goal].map((number) => `${number.toFixed(unit === '' ? 2 : 0)} ${unit}`.trim());
  return { what, measured: measured ?? '', goal: `at most ${limit}`, reached: value <= goal };
}

/** The rows in columns; what was missed says so. */
export function table(rows: Row[]): string {
  const cells = rows.map(({ what, measured, goal, reached }) => [what, measured, goal, verdict(goal, reached)]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

function verdict(goal: string, reached: boolean): string {
  if (goal === '') return '';
  return reached ? 'ok' : 'MISSED';
}
