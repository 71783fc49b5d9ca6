// The signatures that a running server gives, checked by the real openssl with the lines of docs/identity.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ExampleRuntime, startedRuntime } from '../runtime.example.ts';

const IDENTITY = '/latest/dynamic/instance-identity';
const openssl = (...words: string[]) => spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
const isThere = spawnSync('openssl', ['version']).status === 0;

let folder = '';
let example: ExampleRuntime;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-openssl-'));
  example = await startedRuntime({ identityKeyBits: 2048, identityFile: path.join(folder, 'identity.json') });
  keep('certificate.pem', (await example.did('certificate.get')).certificate);
  keep('document', await fetched('document'));
});
afterAll(async () => {
  await example.runtime.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(({ skip }) => {
  if (!isThere) skip('openssl is not installed');
});

async function fetched(name: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${example.port()}${IDENTITY}/${name}`);
  expect(response.status).toBe(200);
  return response.text();
}

function keep(name: string, content: string | Buffer): void {
  writeFileSync(path.join(folder, name), content);
}

/** The document with one byte changed. */
function keepChanged(): void {
  const bytes = readFileSync(path.join(folder, 'document'));
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  keep('changed', bytes);
}

test('signature: the bytes of the document, and no others', async () => {
  keep('signature', Buffer.from(await fetched('signature'), 'base64'));
  keep('key.pem', openssl('x509', '-in', 'certificate.pem', '-pubkey', '-noout').stdout);
  keepChanged();
  const check = (file: string) => openssl('dgst', '-sha256', '-verify', 'key.pem', '-signature', 'signature', file);
  expect(check('document')).toMatchObject({ status: 0, stdout: 'Verified OK\n' });
  expect(check('changed')).toMatchObject({ status: 1, stdout: 'Verification failure\n' });
});

const FORMS = [
  ['pkcs7', 'smime'],
  ['rsa2048', 'smime'],
  ['rsa2048', 'cms'],
] as const;

test.each(FORMS)('%s: openssl %s gives the document back, and takes no other', async (name, command) => {
  keep('armoured', `-----BEGIN PKCS7-----\n${await fetched(name)}\n-----END PKCS7-----\n`);
  keepChanged();
  const words = ['-verify', '-in', 'armoured', '-inform', 'PEM', '-certfile', 'certificate.pem', '-noverify'];
  expect(openssl(command, ...words, '-out', 'within')).toMatchObject({ status: 0 });
  expect(readFileSync(path.join(folder, 'within'))).toEqual(readFileSync(path.join(folder, 'document')));
  if (command === 'cms') return;
  expect(openssl(command, ...words, '-content', 'document').status).toBe(0);
  expect(openssl(command, ...words, '-content', 'changed').status).toBe(4);
});

test.each(['pkcs7', 'rsa2048'])('%s: a changed byte inside is found', async (name) => {
  const der = Buffer.from(await fetched(name), 'base64');
  const at = der.indexOf('us-east-1a');
  der[at] = 0x76;
  keep('changed.der', der);
  const words = ['-verify', '-in', 'changed.der', '-inform', 'DER', '-certfile', 'certificate.pem', '-noverify'];
  expect(at).toBeGreaterThan(0);
  expect(openssl('smime', ...words).status).toBe(4);
});

test('the certificate of another installation does not do', async () => {
  const other = await startedRuntime();
  keep('other.pem', (await other.did('certificate.get')).certificate);
  await other.runtime.stop();
  keep('signed.der', Buffer.from(await fetched('pkcs7'), 'base64'));
  const words = ['-verify', '-in', 'signed.der', '-inform', 'DER', '-certfile', 'other.pem', '-noverify'];
  expect(openssl('smime', ...words).status).toBe(4);
});

test('after an edit the signatures are of the new document', async () => {
  await example.did('metadata.set', { path: 'meta-data/instance-type', value: 'c7g.large' });
  keep('edited', await fetched('document'));
  keep('signature', Buffer.from(await fetched('signature'), 'base64'));
  keep('key.pem', openssl('x509', '-in', 'certificate.pem', '-pubkey', '-noout').stdout);
  expect(openssl('dgst', '-sha256', '-verify', 'key.pem', '-signature', 'signature', 'edited').status).toBe(0);
  expect(openssl('dgst', '-sha256', '-verify', 'key.pem', '-signature', 'signature', 'document').status).toBe(1);
});
