// The signatures beside the identity document (imds.md 1.4): made when they are first read, since each needs a key and takes time.
import type { Abilities, ToSign } from '../abilities.ts';
import { parseTarget } from '../answer/target.ts';

export const DOCUMENT_PATH = 'dynamic/instance-identity/document';

const DIRECTORY = 'dynamic/instance-identity/';
const SIGNED_PATHS: ReadonlySet<string> = new Set(['pkcs7', 'rsa2048', 'signature'].map((name) => DIRECTORY + name));

/** A signature that is not made yet: over this text, as if at this moment. */
export type Signed = { form: ToSign['form']; text: string; at: number };

/** What a path holds. */
export type Body = string | Uint8Array | Signed;

/** The columns that EC2 wraps at (imds.md 1.4). */
const COLUMNS = /.{76}(?=.)/g;

function isSigned(body: Body): body is Signed {
  return typeof body === 'object' && 'form' in body;
}

/** What is served: a signature in base64, wrapped at 76 columns by LF, none at the end; anything else as it is. */
export function servedBody(abilities: Abilities, body: Body): string | Uint8Array {
  if (!isSigned(body)) return body;
  const { form, text, at } = body;
  return abilities.toBase64(abilities.sign({ form, bytes: abilities.toUtf8(text), at })).replace(COLUMNS, '$&\n');
}

/** Whether two paths hold the same; signatures are compared by what they are of, so that none has to be made. */
export function isSameBody(a: Body, b: Body): boolean {
  return bodyKey(a) === bodyKey(b);
}

function bodyKey(body: Body): string {
  return isSigned(body) ? JSON.stringify([body.form, body.text, body.at]) : String(body);
}

/** A signature over another text, such as a document of one's own; what is no signature stays as it is. */
export function signedInstead(body: Body, text: string): Body {
  return isSigned(body) ? { ...body, text } : body;
}

/** True for a request target, `/latest/…`, whose answer may need the key. */
export function asksForSignature(target: string): boolean {
  if (!target.includes('instance-identity/') && !target.includes('%')) return false;
  const parsed = parseTarget(target);
  return parsed.kind === 'path' && SIGNED_PATHS.has(parsed.path);
}
