// Filters that somebody gave a name.
import { create } from 'zustand';

export type NamedFilter = { name: string; filter: string };

const KEY = 'metadeck.filters';
const MOST = 50;
const LONGEST_NAME = 60;

export const useNamedFilters = create<{ filters: readonly NamedFilter[] }>()(() => ({
  filters: readFilters(typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY)),
}));

/** A name that is known gets the new filter. */
export function saveFilter(name: string, filter: string): void {
  keep(withFilter(useNamedFilters.getState().filters, { name, filter }));
}

/** Gives the way back. */
export function deleteFilter(name: string): () => void {
  const before = useNamedFilters.getState().filters;
  keep(before.filter((one) => one.name !== name));
  return () => keep(before);
}

/** In the order of their names; the name is cut to a length that a menu can show. */
export function withFilter(filters: readonly NamedFilter[], added: NamedFilter): NamedFilter[] {
  const name = added.name.trim().slice(0, LONGEST_NAME);
  if (name === '') return [...filters];
  const others = filters.filter((one) => one.name !== name).slice(0, MOST - 1);
  return [...others, { ...added, name }].sort((a, b) => a.name.localeCompare(b.name));
}

/** What was stored, as far as it makes sense. */
export function readFilters(text: string | null): NamedFilter[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isNamed).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isNamed(value: unknown): value is NamedFilter {
  if (typeof value !== 'object' || value === null) return false;
  return typeof Reflect.get(value, 'name') === 'string' && typeof Reflect.get(value, 'filter') === 'string';
}

function keep(filters: readonly NamedFilter[]): void {
  localStorage.setItem(KEY, JSON.stringify(filters));
  useNamedFilters.setState({ filters });
}
