// The bearer token of the control plane: what matches it, and another one in its place.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { done, failed, type Result } from '../../app/result.ts';

export type ControlToken = {
  matches: (given: string) => boolean;
  now: () => string;
  /** Takes the place of the one there is, before anybody can have that. */
  replace: (token: string) => void;
  /** Another of 32 random bytes; the one before is refused from then on. */
  rotate: () => string;
  /** Calls once the token is another; takes the place of whoever listened before. */
  onRotated: (listener: () => void) => void;
};

export function createControlToken(first: string): ControlToken {
  let token = first;
  let expected = digest(first);
  let listen = tellNobody;
  const replace = (next: string): void => {
    token = next;
    expected = digest(next);
  };
  return {
    matches: (given) => timingSafeEqual(digest(given), expected),
    now: () => token,
    replace,
    rotate() {
      replace(newControlToken());
      listen();
      return token;
    },
    onRotated: (listener) => (listen = listener),
  };
}

function tellNobody(): void {}

/** `tokenGiven` is true for one that somebody named, which can't be rotated. */
export type GivenToken = { token: string; tokenGiven: boolean };

/** The token that METADECK_TOKEN names, or one of this start's own. */
export function givenToken(given: string | undefined): Result<GivenToken> {
  if (!given) return done({ token: newControlToken(), tokenGiven: false });
  return FITS_A_HEADER.test(given) ? done({ token: given, tokenGiven: true }) : UNFIT;
}

const FITS_A_HEADER = /^[!-~]+$/;
const UNFIT = failed(
  'INVALID_INPUT',
  'METADECK_TOKEN may have only ASCII characters without blanks; set another, or none for a random one.',
);

/** 32 random bytes. */
export function newControlToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Digests have one length, so comparing them takes the same time whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
