// What changed, for people: a line for each path or option, with what it was and is.
import type { PathChange } from '../../../app/contract/answers.ts';
import type { OptionChange } from '../../../app/contract/metadata.ts';
import { plain, shortened, table } from '../output.ts';

/** A heading and a line for each path; one sentence where nothing changed. */
export function changes(what: string, changed: PathChange[], options: OptionChange[] = []): string {
  const rows = [...changed.map(changeRow), ...options.map(optionRow)];
  return rows.length === 0 ? 'Nothing changed: it is so already.\n' : `${what}:\n${table(rows)}`;
}

function optionRow({ option, was, is }: OptionChange): string[] {
  return [`  option ${option}`, String(was), '→', String(is)];
}

function changeRow({ path, was, is }: PathChange): string[] {
  const row = [`  ${plain(path)}`, valueOf(was), '→', valueOf(is)];
  return row.includes(MANY_LINES) ? [...row.slice(0, 1), MANY_LINES] : row;
}

const MANY_LINES = '(several lines)';

function valueOf(value: string | null): string {
  if (value === null) return '(absent)';
  if (value === '') return '(empty)';
  return value.trimEnd().includes('\n') ? MANY_LINES : shortened(value);
}
