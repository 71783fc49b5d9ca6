// What is said of a change that could not be kept.
import { failed, type Failure } from '../../app/result.ts';

/** `why` says why it could not be saved. */
export function notChanged({ message }: Failure): { ok: false; error: Failure } {
  return failed('STORAGE_FAILED', `${message} Nothing was changed.`);
}
