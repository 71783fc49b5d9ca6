// What needs node-forge: the certificate, and PKCS #7 signed data. It is loaded only when one of them is wanted.
import { constants, createPrivateKey, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto';
import type Forge from 'node-forge';
import { LAST_MOMENT } from '../../app/time.ts';

const YEARS = 20;
const DAY_MS = 86_400_000;
const SUBJECT = [
  { name: 'organizationName', value: 'Metadeck' },
  { name: 'commonName', value: 'Metadeck instance identity' },
];

export type WithForge = {
  /** A self-signed certificate in PEM for the key, from a day before `now` on (milliseconds), for twenty years. */
  certificate: (privateKey: string, now: number) => string;
  /** A signer for this key and certificate, both in PEM. */
  signer: (privateKey: string, certificate: string) => (bytes: Uint8Array, at: number) => Uint8Array;
};

export async function loadForge(): Promise<WithForge> {
  const { default: forge } = await import('node-forge');
  return {
    certificate: (privateKey, now) => certificateFor(forge, keyOf(forge, privateKey), now),
    signer(privateKey, pem) {
      const key = keyOf(forge, privateKey);
      const certificate = forge.pki.certificateFromPem(pem);
      return (bytes, at) => signedData(forge, { key, certificate }, bytes, at);
    },
  };
}

type Key = Forge.pki.rsa.PrivateKey;

/** The key as forge knows it, signing by node:crypto: forge's own arithmetic would hold everything up for a tenth of a second. */
function keyOf(forge: typeof Forge, pem: string): Key {
  const key = createPrivateKey(pem);
  const der = key.export({ type: 'pkcs1', format: 'der' }).toString('latin1');
  return Object.assign(forge.pki.privateKeyFromAsn1(forge.asn1.fromDer(der)), {
    sign: (digest: Forge.md.MessageDigest | string) => {
      if (typeof digest === 'string') throw new Error('A digest is signed, not its text.');
      return signedDigest(key, digest.digest().getBytes());
    },
  });
}

/** What stands before a SHA-256 digest in a signature by PKCS #1 v1.5 (RFC 8017, 9.2). */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

function signedDigest(key: KeyObject, digest: string): string {
  const info = Buffer.concat([SHA256_INFO, Buffer.from(digest, 'latin1')]);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info).toString('latin1');
}

/** Certificates and signatures have four digits for a year (RFC 5280, 4.1.2.5). */
function momentIn(at: number): Date {
  return new Date(Math.min(at, LAST_MOMENT));
}

function certificateFor(forge: typeof Forge, key: Key, now: number): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = serialNumber();
  certificate.validity.notBefore = momentIn(now - DAY_MS);
  certificate.validity.notAfter = momentIn(now + YEARS * 365.25 * DAY_MS);
  certificate.setSubject(SUBJECT);
  certificate.setIssuer(SUBJECT);
  certificate.sign(key, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
}

/** Sixteen random bytes in hexadecimal digits, the first such that the number is positive and as long as it looks. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.toString('hex');
}

type Signer = { key: Key; certificate: Forge.pki.Certificate };

/** As EC2 makes it: the bytes within, three signed attributes in the order of DER, and no certificate (imds.md 1.4). */
function signedData(forge: typeof Forge, { key, certificate }: Signer, bytes: Uint8Array, at: number): Uint8Array {
  const { contentType, data, messageDigest, sha256, signingTime } = forge.pki.oids;
  const message = forge.pkcs7.createSignedData();
  message.content = forge.util.createBuffer(Buffer.from(bytes).toString('latin1'), 'raw');
  message.addSigner({
    key,
    certificate,
    digestAlgorithm: oid(sha256),
    authenticatedAttributes: [
      { type: oid(contentType), value: oid(data) },
      { type: oid(signingTime), value: momentIn(at).toISOString() },
      { type: oid(messageDigest) },
    ],
  });
  message.sign();
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1');
}

function oid(known: string | undefined): string {
  if (known === undefined) throw new Error('node-forge knows this object identifier.');
  return known;
}
