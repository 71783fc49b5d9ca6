// IMDSv2 tokens: stateless, 56 characters; issued, checked and expired without a list of them (imds.md 2.5).
import type { Ports } from './ports.ts';
import type { Traffic } from './traffic.ts';
import type { TokenFinding } from './why.ts';

export const MAX_TTL_SECONDS = 21_600;
export const TOKEN_LENGTH = 56;

const HEADER = [1, 0, 4, 0] as const;
const NONCE_AT = 12;
const MAC_AT = 20;
const TOKEN_BYTES = 40;
/** Checked tokens that are remembered, so that a client's usual one costs no HMAC. */
const REMEMBERED = 5000;

export type Token = { id: string; issuedAt: number; ttlSeconds: number };

/** Seconds of life asked for, or undefined when the header is missing, no whole number, or outside 1 to 21600. */
export function parseTtl(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const seconds = Number(text);
  return seconds >= 1 && seconds <= MAX_TTL_SECONDS ? seconds : undefined;
}

/** A new token: header, issue time, TTL, nonce, and the HMAC over them and the instance. The nonce is its id. */
export function issueToken(ports: Ports, key: Uint8Array, instance: string, ttlSeconds: number, now: number) {
  const bytes = new Uint8Array(TOKEN_BYTES);
  bytes.set(HEADER);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, Math.floor(now / 2 ** 32));
  view.setUint32(6, now % 2 ** 32);
  view.setUint16(10, ttlSeconds);
  bytes.set(ports.random(MAC_AT - NONCE_AT), NONCE_AT);
  bytes.set(macOf(ports, key, instance, bytes), MAC_AT);
  return { text: toBase64Url(ports.toBase64(bytes)), id: idOf(bytes) };
}

export type TokenReader = (key: Uint8Array, instance: string, text: string) => Token | undefined;

/** Reads tokens back; undefined for what this key never signed. Those that were right are remembered, a bounded number. */
export function createTokenReader(ports: Ports): TokenReader {
  const known = new Map<string, Token>();
  let knownKey: Uint8Array | undefined;
  return (key, instance, text) => {
    if (key !== knownKey) known.clear();
    knownKey = key;
    const memory = `${text} ${instance}`;
    const hit = known.get(memory);
    if (hit) return hit;
    const token = readToken(ports, key, instance, text);
    if (!token) return undefined;
    if (known.size >= REMEMBERED) known.clear();
    known.set(memory, token);
    return token;
  };
}

function readToken(ports: Ports, key: Uint8Array, instance: string, text: string): Token | undefined {
  if (text.length !== TOKEN_LENGTH) return undefined;
  const bytes = ports.fromBase64(text);
  if (bytes.length !== TOKEN_BYTES || toBase64Url(ports.toBase64(bytes)) !== text) return undefined;
  if (!sameBytes(macOf(ports, key, instance, bytes), bytes.subarray(MAC_AT))) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, TOKEN_BYTES);
  const issuedAt = view.getUint16(4) * 2 ** 32 + view.getUint32(6);
  return { id: idOf(bytes), issuedAt, ttlSeconds: view.getUint16(10) };
}

function macOf(ports: Ports, key: Uint8Array, instance: string, bytes: Uint8Array): Uint8Array {
  const name = ports.toUtf8(instance);
  const signed = new Uint8Array(MAC_AT + name.length);
  signed.set(bytes.subarray(0, MAC_AT));
  signed.set(name, MAC_AT);
  return ports.hmac(key, signed).subarray(0, TOKEN_BYTES - MAC_AT);
}

/** Compares without stopping at the first difference, so that time tells nothing. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

function toBase64Url(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

function idOf(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(NONCE_AT, MAC_AT), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Milliseconds that a token has left at `now`; none once expired. */
export function lifeLeft(token: Token, now: number): number {
  return Math.max(0, token.issuedAt + token.ttlSeconds * 1000 - now);
}

export function isRevoked(traffic: Traffic, token: Token): boolean {
  return traffic.revoked.has(token.id) || token.issuedAt <= traffic.revokedBefore;
}

/**
 * What the token header of a request came to. Node joins two headers as `old, new`: either may be the valid one
 * (imds.md 6). Seconds left are whole, rounded down.
 */
export function checkToken(
  read: TokenReader,
  traffic: Traffic,
  instance: string,
  text: string,
  now: number,
): TokenFinding {
  const whole = findToken(read, traffic, instance, text, now);
  if (whole.state === 'valid' || !text.includes(',')) return whole;
  const parts = text.split(',').map((part) => findToken(read, traffic, instance, part.trim(), now));
  return parts.find(({ state }) => state === 'valid') ?? parts.find(({ state }) => state !== 'invalid') ?? whole;
}

function findToken(read: TokenReader, traffic: Traffic, instance: string, text: string, now: number): TokenFinding {
  const token = read(traffic.tokenKey, instance, text);
  if (!token) return { state: 'invalid' };
  const left = lifeLeft(token, now);
  const secondsLeft = Math.floor(left / 1000);
  if (left === 0)
    return {
      state: 'expired',
      id: token.id,
      secondsLeft: Math.floor((token.issuedAt - now) / 1000) + token.ttlSeconds,
    };
  return { state: isRevoked(traffic, token) ? 'revoked' : 'valid', id: token.id, secondsLeft };
}
