// IMDSv2 tokens: stateless; issued, checked and expired without a list of them (imds.md 2.5).
import { putWithin } from '../bounded.ts';
import type { Abilities } from '../abilities.ts';
import type { Request } from './request.ts';
import type { Effect, Traffic } from '../traffic/traffic.ts';
import type { TokenFinding } from './why.ts';

/** Where tokens are asked for, below the version. */
export const TOKEN_PATH = 'api/token';

export const MAX_TTL_SECONDS = 21_600;

/** A header, issue time (6 bytes), TTL (2), nonce (8), and of the HMAC as much as there is room for; `length` in characters. */
export type Layout = { header: readonly number[]; bytes: number; length: number; encode: (base64: string) => string };

const TTL_AFTER = 6;
const NONCE_AFTER = 8;
const MAC_AFTER = 16;
/** Checked tokens that are remembered, so that a client's usual one costs no HMAC. */
const REMEMBERED = 5000;

export type Token = {
  id: string;
  issuedAt: number;
  ttlSeconds: number;
  /** What it came to last: the same for a second, mostly. */
  found?: TokenFinding;
};

/** Seconds of life asked for, or undefined when the header is missing, no whole number, or outside 1 to 21600. */
export function parseTtl(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const seconds = Number(text);
  return seconds >= 1 && seconds <= MAX_TTL_SECONDS ? seconds : undefined;
}

type Asked = { instance: string; ttlSeconds: number; now: number };

/** A new token: header, issue time, TTL, nonce, and the HMAC over them and the instance. The nonce is its id. */
export function issueToken(
  layout: Layout,
  abilities: Abilities,
  key: Uint8Array,
  { instance, ttlSeconds, now }: Asked,
) {
  const bytes = new Uint8Array(layout.bytes);
  const at = layout.header.length;
  bytes.set(layout.header);
  const view = new DataView(bytes.buffer);
  view.setUint16(at, Math.floor(now / 2 ** 32));
  view.setUint32(at + 2, now % 2 ** 32);
  view.setUint16(at + TTL_AFTER, ttlSeconds);
  bytes.set(abilities.random(MAC_AFTER - NONCE_AFTER), at + NONCE_AFTER);
  bytes.set(macOf(abilities, key, instance, { layout, bytes }), at + MAC_AFTER);
  return { text: layout.encode(abilities.toBase64(bytes)), id: idOf(layout, bytes) };
}

export type TokenReader = (key: Uint8Array, instance: string, text: string) => Token | undefined;

/** Reads tokens of these layouts back; undefined for what this key never signed. Those that were right are remembered, a bounded number. */
export function createTokenReader(abilities: Abilities, layouts: readonly Layout[]): TokenReader {
  const byLength = new Map(layouts.map((layout) => [layout.length, layout]));
  const known = new Map<string, { instance: string; token: Token }>();
  let knownKey: Uint8Array | undefined;
  return (key, instance, text) => {
    if (key !== knownKey) known.clear();
    knownKey = key;
    const hit = known.get(text);
    if (hit?.instance === instance) return hit.token;
    const layout = byLength.get(text.length);
    const token = layout && readToken(layout, abilities, key, { instance, text });
    if (!token) return undefined;
    return putWithin(known, REMEMBERED, text, { instance, token }).token;
  };
}

type Given = { instance: string; text: string };

function readToken(
  layout: Layout,
  abilities: Abilities,
  key: Uint8Array,
  { instance, text }: Given,
): Token | undefined {
  const bytes = abilities.fromBase64(text);
  if (bytes.length !== layout.bytes || layout.encode(abilities.toBase64(bytes)) !== text) return undefined;
  const at = layout.header.length;
  if (!sameBytes(macOf(abilities, key, instance, { layout, bytes }), bytes.subarray(at + MAC_AFTER))) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, layout.bytes);
  const issuedAt = view.getUint16(at) * 2 ** 32 + view.getUint32(at + 2);
  return { id: idOf(layout, bytes), issuedAt, ttlSeconds: view.getUint16(at + TTL_AFTER) };
}

type Laid = { layout: Layout; bytes: Uint8Array };

function macOf(abilities: Abilities, key: Uint8Array, instance: string, { layout, bytes }: Laid): Uint8Array {
  const macAt = layout.header.length + MAC_AFTER;
  const name = abilities.toUtf8(instance);
  const signed = new Uint8Array(macAt + name.length);
  signed.set(bytes.subarray(0, macAt));
  signed.set(name, macAt);
  return abilities.hmac(key, signed).subarray(0, layout.bytes - macAt);
}

/** Compares without stopping at the first difference, so that time tells nothing. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

function idOf({ header }: Layout, bytes: Uint8Array): string {
  const at = header.length;
  return Array.from(bytes.subarray(at + NONCE_AFTER, at + MAC_AFTER), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** When a token ends, in milliseconds since 1970: with its TTL, or before that where its life was cut short. */
export function endOf(traffic: Traffic, token: Token): number {
  const issuedFor = token.issuedAt + token.ttlSeconds * 1000;
  return Math.min(issuedFor, traffic.shortened.get(token.id) ?? issuedFor);
}

/**
 * When a new token counts as issued: after all that were revoked together, also where the clock was set back since. It ends
 * with its TTL all the same (`applyEffects`).
 */
export function issueMoment({ revokedBefore: { all, of } }: Traffic, instance: string, now: number): number {
  return Math.max(now, all + 1, of.size > 0 ? (of.get(instance) ?? all) + 1 : all);
}

/** True for a token of that instance that was revoked by itself, or with all others of its time. */
export function isRevoked({ revoked, revokedBefore }: Traffic, instance: string, token: Token): boolean {
  const { all, of } = revokedBefore;
  return revoked.has(token.id) || token.issuedAt <= all || (of.size > 0 && token.issuedAt <= (of.get(instance) ?? all));
}

/**
 * What the token header of a request came to. Node joins two headers as `old, new`: either may be the valid one
 * (imds.md 6). Seconds left are whole, rounded down.
 */
export function checkToken(
  read: TokenReader,
  traffic: Traffic,
  instance: string,
  text: string | undefined,
  now: number,
): TokenFinding {
  if (text === undefined) return NO_TOKEN;
  const whole = findToken(read, traffic, instance, text, now);
  if (whole.state === 'valid' || !text.includes(',')) return whole;
  const parts = text.split(',').map((part) => findToken(read, traffic, instance, part.trim(), now));
  return parts.find(({ state }) => state === 'valid') ?? parts.find(({ state }) => state !== 'invalid') ?? whole;
}

function findToken(read: TokenReader, traffic: Traffic, instance: string, text: string, now: number): TokenFinding {
  const token = read(traffic.tokenKey, instance, text);
  if (!token) return INVALID;
  const left = endOf(traffic, token) - now;
  const secondsLeft = Math.floor(left / 1000);
  const alive = isRevoked(traffic, instance, token) ? 'revoked' : 'valid';
  const state = left <= 0 ? 'expired' : alive;
  const { found } = token;
  if (found?.state === state && found.secondsLeft === secondsLeft) return found;
  return (token.found = { state, id: token.id, secondsLeft });
}

const NO_TOKEN: TokenFinding = { state: 'none' };
const INVALID: TokenFinding = { state: 'invalid' };
const NO_EFFECTS: readonly Effect[] = [];

/** That a valid token was used, by a client. */
export function tokenEffects(token: TokenFinding, request: Request, path: string): readonly Effect[] {
  return token.state === 'valid' && !request.own ? [{ kind: 'token-used', id: token.id, path }] : NO_EFFECTS;
}
