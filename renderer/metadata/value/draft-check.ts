// What the panel itself finds wrong with a draft, by the kind of its path; everything else is the server's to judge.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { jsonProblem } from '../../../app/json-problem.ts';
import { MAX_USER_DATA } from '../../../app/metadata/user-data-limit.ts';
import { bytesOfBase64 } from './base64-text.ts';

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** A sentence on what is wrong with the form of a draft; null where nothing is. */
export function draftProblem(kind: MetadataItem['kind'], text: string): string | null {
  if (kind === 'json') return jsonProblem(text);
  if (kind !== 'time' || isTime(text)) return null;
  return 'A time in UTC is needed, such as 2026-11-22T14:07:00Z.';
}

function isTime(text: string): boolean {
  return TIME.test(text) && !Number.isNaN(Date.parse(text));
}

export type UserDataForm = 'text' | 'base64';

/** Bytes of a draft of user data; null where it is not base64. */
export function userDataSize(form: UserDataForm, draft: string): number | null {
  if (form === 'text') return new TextEncoder().encode(draft).length;
  return bytesOfBase64(draft)?.length ?? null;
}

/** A sentence on what is wrong with so many bytes of user data; null where nothing is. */
export function userDataProblem(size: number | null): string | null {
  if (size === null)
    return 'This is not base64: it has A to Z, a to z, 0 to 9, + and /, in groups of four filled up with =.';
  return size <= MAX_USER_DATA
    ? null
    : `User data has at most ${sizeText(MAX_USER_DATA)} (16 KiB); this has ${sizeText(size)}.`;
}

/** `16,384 B`. */
export function sizeText(bytes: number): string {
  return `${bytes.toLocaleString('en')} B`;
}

export function sizeOfMost(bytes: number): string {
  return `${bytes.toLocaleString('en')} of ${sizeText(MAX_USER_DATA)}`;
}
