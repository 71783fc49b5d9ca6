// The key of an installation: made once, kept for the user alone, replaced when it is damaged, and said so.
import { createPrivateKey, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIdentity, type Identity } from './identity.ts';

const BYTES = Buffer.from('{ "region" : "us-east-1" }');
const FEW_BITS = 1024;

let folder = '';
let file = '';
let warnings: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-identity-'));
  file = path.join(folder, 'data', 'identity.json');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function identity(bits = FEW_BITS, kept: string | null = file): Identity {
  return createIdentity({ file: kept, now: Date.now, warn: (text) => warnings.push(text) }, bits);
}

async function signature(from: Identity, bytes = BYTES): Promise<Buffer> {
  await from.ready();
  return Buffer.from(from.sign({ form: 'signature', bytes, at: 0 }));
}

test('the signature verifies with the certificate, and no other bytes do', async () => {
  const own = identity();
  const made = await signature(own);
  const key = createPublicKey(await own.certificate());
  expect(verify('sha256', BYTES, key, made)).toBe(true);
  expect(verify('sha256', Buffer.from('{ "region" : "us-east-2" }'), key, made)).toBe(false);
});

test('the certificate is for 2048 bits unless fewer are asked for, and of this key', async () => {
  const own = createIdentity({ file, now: Date.now, warn: () => undefined });
  const certificate = new X509Certificate(await own.certificate());
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 19 * 365 * 86_400_000);
  const { privateKey } = JSON.parse(readFileSync(file, 'utf8')) as { privateKey: string };
  expect(certificate.checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
});

test.each(['9990-01-01T00:00:00Z', '+010000-01-01T00:00:00Z'])(
  'at %s the certificate ends with the last year that it can write',
  async (at) => {
    const own = createIdentity({ file, now: () => Date.parse(at), warn: () => undefined }, FEW_BITS);
    const certificate = new X509Certificate(await own.certificate());
    expect(Date.parse(certificate.validTo)).toBe(Date.parse('9999-12-31T23:59:59Z'));
    await own.ready();
    expect(() => own.sign({ form: 'pkcs7', bytes: BYTES, at: Date.parse(at) })).not.toThrow();
  },
);

test('nothing is made before it is wanted', () => {
  expect(identity().isReady()).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test('it is made once, and the next start has it', async () => {
  const first = identity();
  await Promise.all([first.ready(), first.ready(), first.certificate()]);
  expect(first.isReady()).toBe(true);
  const text = readFileSync(file, 'utf8');
  expect(await identity().certificate()).toBe(await first.certificate());
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(warnings).toEqual([]);
});

test.skipIf(process.platform === 'win32')('its file is for the user alone', async () => {
  await identity().ready();
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('the same bytes have the same signature, of either form', async () => {
  const own = identity();
  await own.ready();
  for (const form of ['signature', 'pkcs7'] as const) {
    const wanted = { form, bytes: BYTES, at: 1_722_513_540_000 };
    const once = Buffer.from(own.sign(wanted)).toString('base64');
    await expect(identity().ready()).resolves.toBeUndefined();
    const again = identity();
    await again.ready();
    expect(Buffer.from(again.sign(wanted)).toString('base64')).toBe(once);
  }
});

test('without a file each has a key of its own', async () => {
  expect(await identity(FEW_BITS, null).certificate()).not.toBe(await identity(FEW_BITS, null).certificate());
});

/** What is kept of another installation. */
async function other(): Promise<{ privateKey: string; certificate: string }> {
  const keyFile = path.join(folder, 'other.json');
  await identity(FEW_BITS, keyFile).ready();
  return JSON.parse(readFileSync(keyFile, 'utf8')) as { privateKey: string; certificate: string };
}

describe('a file that can not be used', () => {
  test.each([
    ['that is no JSON', async () => '{"version":1,'],
    ['without a key', async () => '{"version":1}'],
    ['of another version', async () => JSON.stringify({ ...(await other()), version: 2 })],
    ['whose key is cut off', async () => JSON.stringify({ version: 1, ...(await other()), privateKey: '-----BEGIN' })],
    [
      'whose certificate is of another key',
      async () =>
        JSON.stringify({ version: 1, ...(await other()), certificate: await identity(FEW_BITS, null).certificate() }),
    ],
  ])('%s is moved aside, and a new one is made', async (_what, content) => {
    const text = await content();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    const certificate = await identity().certificate();
    const aside = readdirSync(path.dirname(file)).find((name) => name.includes('.damaged')) ?? '';
    expect(readFileSync(path.join(path.dirname(file), aside), 'utf8')).toBe(text);
    expect(warnings).toEqual([
      expect.stringMatching(/ It was moved to .*\.damaged\.json\. Metadeck signs identity documents with a new key\.$/),
    ]);
    expect(warnings[0]).not.toContain('BEGIN');
    expect(await identity().certificate()).toBe(certificate);
  });

  test('that can not be read is left alone, and the key holds for this run', async () => {
    mkdirSync(file, { recursive: true });
    await signature(identity());
    expect(statSync(file).isDirectory()).toBe(true);
    expect(warnings).toEqual([
      `${file} can't be read: it is a directory. Metadeck signs identity documents with a new key in this run.`,
    ]);
  });

  test('a folder that can not be made leaves the key for this run', async () => {
    writeFileSync(path.join(folder, 'data'), '');
    await signature(identity());
    expect(warnings.join(' ')).toContain('a part of its path is no directory');
  });
});
