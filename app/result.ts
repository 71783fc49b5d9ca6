// What an operation answers: data, or an error from a closed set of codes (api.md).

export const ERROR_STATUS = {
  INVALID_INPUT: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PORT_IN_USE: 409,
  ADDRESS_UNAVAILABLE: 409,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  STORAGE_FAILED: 500,
  INTERNAL: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field that was wrong: where it is (`facts.region`), and one sentence that says what is allowed. */
export type Issue = { path: string; message: string };

export type Failure = { code: ErrorCode; message: string; issues?: Issue[] };

export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

export function done<T>(data: T): Result<T> {
  return { ok: true, data };
}

export function failed(code: ErrorCode, message: string, issues?: Issue[]): { ok: false; error: Failure } {
  return { ok: false, error: issues ? { code, message, issues } : { code, message } };
}

/** Input that breaks a rule, said for one field. */
export function invalid(path: string, message: string): { ok: false; error: Failure } {
  return failed('INVALID_INPUT', message, [{ path, message }]);
}
