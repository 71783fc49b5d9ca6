// What a filter shows, as a sentence, so that nobody has to guess what was understood.
import { type Term, termsOf } from './parse.ts';
import { TERMS } from './terms.ts';

/** `Requests where the path contains /spot and the status is not 404`; empty for a filter that hides nothing. */
export function filterSentence(filter: string): string {
  const said = termsOf(filter)
    .filter(({ values }) => values.length > 0)
    .map(termWords);
  return said.length === 0 ? '' : `Requests where ${said.join(' and ')}`;
}

function termWords({ operator, values, negated }: Term): string {
  const texts = values.map(({ text }) => text);
  if (operator === null) return `“${texts[0] ?? ''}” is ${negated ? 'nowhere' : 'somewhere'} in the row`;
  const { is, isNot, said } = TERMS[operator];
  return `${negated ? isNot : is} ${texts.map((text) => said?.(text) ?? text).join(' or ')}`;
}
