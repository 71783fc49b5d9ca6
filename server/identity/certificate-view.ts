// What is told of the certificate of this installation.
import { X509Certificate } from 'node:crypto';
import type { Certificate } from '../../app/contract/server.ts';
import { isoTime } from '../../app/time.ts';

/** A certificate in PEM, with what one compares it by. */
export function certificateView(pem: string): Certificate {
  const { fingerprint256, validFrom, validTo } = new X509Certificate(pem);
  return {
    certificate: pem,
    fingerprint: fingerprint256,
    validFrom: isoTime(Date.parse(validFrom)),
    validTo: isoTime(Date.parse(validTo)),
  };
}
