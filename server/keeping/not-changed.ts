// What is said of changes that could not be kept.
import { failed, type Failure } from '../../app/result.ts';

/** What failed says why it could not be saved. */
export function notChanged({ message }: Failure): { ok: false; error: Failure } {
  return failed('STORAGE_FAILED', `${message} Nothing was changed.`);
}

/** At the end: What failed says why the last changes could not be saved. */
export function notKept({ code, message }: Failure): Failure {
  return { code, message: `The last changes are not saved. ${message}` };
}
