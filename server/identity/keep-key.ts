// The key and certificate of this installation on disk: read, or made and kept for the user alone.
import { createPrivateKey, generateKeyPair, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { moveAside, readJson } from '../storage/read-json.ts';
import { writeJson } from '../storage/write-json.ts';
import type { WithForge } from './forge.ts';

/** Both in PEM. */
export type KeyPair = { privateKey: string; certificate: string };

export type KeyFile = {
  /** Where it is kept; null for this run alone. */
  file: string | null;
  /** Hears one sentence when the file could not be used. */
  warn: (text: string) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  bits: number;
};

const VERSION = 1;
const generate = promisify(generateKeyPair);

/** The kept one, or a new one; a file that can't be used is moved aside or left alone, and said. */
export async function keptKey(keyFile: KeyFile, forge: () => Promise<WithForge>): Promise<KeyPair> {
  const { file, now, warn } = keyFile;
  if (file === null) return makeKey(keyFile, await forge());
  const kept = readKey(file, now());
  if (kept.pair) return kept.pair;
  if (kept.problem !== undefined) warn(kept.problem);
  const made = await makeKey(keyFile, await forge());
  return kept.mayBeWritten ? store(file, made, keyFile) : made;
}

/** Off the main thread, which goes on answering meanwhile. */
async function makeKey({ bits, now }: KeyFile, forge: WithForge): Promise<KeyPair> {
  const { privateKey } = await generate('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return { privateKey, certificate: forge.certificate(privateKey, now()) };
}

/** Making a key takes a while: one that another process has stored meanwhile is used instead. */
async function store(file: string, made: KeyPair, { now, warn }: KeyFile): Promise<KeyPair> {
  const { pair } = readKey(file, now());
  if (pair) return pair;
  const saved = await writeJson(file, { version: VERSION, ...made });
  if (!saved.ok) warn(`The key for identity documents is not kept. ${saved.error.message}`);
  return made;
}

type Read = { pair?: KeyPair; problem?: string; mayBeWritten: boolean };

const NEW_KEY = 'Metadeck signs identity documents with a new key';

function readKey(file: string, now: number): Read {
  const stored = readJson(file, new Date(now));
  switch (stored.kind) {
    case 'none':
      return { mayBeWritten: true };
    case 'unreadable':
      return { problem: `${stored.reason} ${NEW_KEY} in this run.`, mayBeWritten: false };
    case 'damaged':
      return aside(file, stored.movedTo, stored.reason);
    case 'value': {
      const pair = keyPairIn(stored.value);
      if (pair) return { pair, mayBeWritten: false };
      return aside(file, moveAside(file, new Date(now)), `${file} holds no key with its certificate.`);
    }
  }
}

function aside(file: string, movedTo: string, reason: string): Read {
  if (movedTo === file)
    return { problem: `${reason} It could not be moved aside. ${NEW_KEY} in this run.`, mayBeWritten: false };
  return { problem: `${reason} It was moved to ${movedTo}. ${NEW_KEY}.`, mayBeWritten: true };
}

/** Undefined for anything but a key and a certificate of the same key. */
function keyPairIn(value: unknown): KeyPair | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, privateKey, certificate } = { version: 0, privateKey: '', certificate: '', ...value };
  if (version !== VERSION || typeof privateKey !== 'string' || typeof certificate !== 'string') return undefined;
  return belongTogether(privateKey, certificate) ? { privateKey, certificate } : undefined;
}

function belongTogether(privateKey: string, certificate: string): boolean {
  try {
    const key = createPrivateKey(privateKey);
    return key.asymmetricKeyType === 'rsa' && new X509Certificate(certificate).checkPrivateKey(key);
  } catch {
    return false;
  }
}
