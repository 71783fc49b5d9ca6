// A path as people write one, and what it becomes.
import { TAGS_PATH } from '../paths/item-state.ts';

/** A path from the top, with or without a slash and the version in front. */
const WHOLE = /^\/?(latest\/)?(meta-data\/|dynamic\/|user-data$)/;

/** The path meant by what is in the field: a whole one is what it is, also behind the directory that the field began with. */
export function meantPath(text: string, start: string): string {
  const written = text.trim();
  const rest = written.startsWith(start) ? written.slice(start.length) : '';
  return (WHOLE.test(rest) ? rest : written).replace(/^\/?(latest\/)?/, '');
}

/** What it becomes, in words that end before the path itself. */
export function becomes(path: string, how: 'fact' | 'override', fact: string | undefined): string {
  if (how === 'override') return fact === undefined ? 'A path of your own:' : 'This path alone:';
  if (path.startsWith(TAGS_PATH)) return `The tag ${path.slice(TAGS_PATH.length)}, a fact:`;
  return fact === undefined ? 'A fact:' : `The fact ${fact}:`;
}
