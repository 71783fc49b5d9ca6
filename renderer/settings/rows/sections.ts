// What the Settings screen is made of, as data: sections of rows, each with the words it is found by. Pure.
import type { ReactNode } from 'react';

export type Row = {
  /** Names the row in links: `settings` with this subject scrolls to it. */
  id: string;
  title: string;
  help: string;
  /** Further words that the search finds it by. */
  words?: string;
  /** Said beside the control of what does not just take effect at once. */
  note?: string;
  Control: () => ReactNode;
};

export type Section = { id: string; title: string; help?: string; rows: readonly Row[] };

/** Sections with the rows that have every word typed, in their own words or their section's title; empty sections go. */
export function foundSections(sections: readonly Section[], typed: string): Section[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return sections
    .map((section) => ({ ...section, rows: section.rows.filter((row) => hasWords(row, section.title, words)) }))
    .filter(({ rows }) => rows.length > 0);
}

function hasWords({ title, help, words = '', note = '' }: Row, section: string, wanted: readonly string[]): boolean {
  const text = `${section} ${title} ${help} ${words} ${note}`.toLowerCase();
  return wanted.every((word) => text.includes(word));
}
