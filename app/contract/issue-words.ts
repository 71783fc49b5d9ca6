// The sentences for what a schema finds wrong, where the schema has none of its own: what is allowed, in plain words.
import type * as z from 'zod';

type RawIssue = z.core.$ZodRawIssue;

/** The sentence for one issue; undefined where the schema's own words are better. */
export function issueWords(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `${NEEDED[issue.expected] ?? `A value of type ${issue.expected}`} is needed${issue.input === undefined ? ', and it is missing' : ''}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `It has to be ${shown(issue.values[0])}.`
        : `Use one of ${issue.values.map(shown).join(', ')}.`;
    case 'too_big':
      return `${limit('At most', issue.origin, issue.maximum)} allowed.`;
    case 'too_small':
      return `${limit(issue.inclusive === false ? 'More than' : 'At least', issue.origin, issue.minimum)} needed.`;
    case 'unrecognized_keys':
      return 'There is no such field here; leave it out.';
    case 'invalid_format':
      return issue.format === 'datetime' ? 'A time as in RFC 3339 is needed, such as 2026-11-22T14:07:00Z.' : undefined;
    default:
      return undefined;
  }
}

const NEEDED: Record<string, string> = {
  string: 'A text',
  number: 'A number',
  int: 'A whole number',
  boolean: 'true or false',
  array: 'A list',
  object: 'An object',
  record: 'An object',
};

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const COUNTED: Record<string, string> = { string: ' characters are', array: ' entries are', set: ' entries are' };

function limit(words: string, origin: string, bound: number | bigint): string {
  return `${words} ${bound}${COUNTED[origin] ?? ' is'}`;
}
