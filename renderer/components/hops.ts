// The rule of a hop limit, for the fields that change it.
import { optionsPatch } from '../../app/world/options.ts';

/** What is wrong with a hop limit as typed, or null. */
export function hopsProblem(typed: string): string | null {
  const fits = optionsPatch.safeParse({ httpPutResponseHopLimit: typed === '' ? null : Number(typed) }).success;
  return fits ? null : 'A whole number from 1 to 64 is needed, such as 2.';
}
