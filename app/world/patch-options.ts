// The metadata options of an instance with some of them changed.
import type { Options, OptionsPatch } from './options.ts';

/** The options with what the patch gives; the same value where it changes nothing. */
export function patchOptions(given: Options, patch: OptionsPatch): Options {
  const changes = Object.entries(patch).filter(
    ([name, value]) => value !== undefined && value !== valueOf(given, name),
  );
  return changes.length === 0 ? given : Object.assign({}, given, Object.fromEntries(changes));
}

function valueOf(given: Options, name: string): unknown {
  return Object.entries(given).find(([key]) => key === name)?.[1];
}
