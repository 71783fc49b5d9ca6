// What the core is given because it can't have it: randomness, keyed hashes, signatures and text encodings.

/** What is to be signed: these bytes as if at this moment (milliseconds, whole seconds). */
export type ToSign = {
  /** The bare signature, RSA-SHA256 by PKCS #1 v1.5; or PKCS #7 signed data in DER with the bytes in it, signed the same way. */
  form: 'signature' | 'pkcs7';
  bytes: Uint8Array;
  at: number;
};

export type Abilities = {
  /** That many random bytes. */
  random: (bytes: number) => Uint8Array;
  /** HMAC-SHA256 over `bytes` with `key`: 32 bytes. */
  hmac: (key: Uint8Array, bytes: Uint8Array) => Uint8Array;
  /** Signs with the key of this installation; the same for the same input. Who calls it has made sure that the key is there. */
  sign: (wanted: ToSign) => Uint8Array;
  /** Base64 with `+`, `/` and padding. */
  toBase64: (bytes: Uint8Array) => string;
  /** The bytes of a base64 text, in either alphabet; stops at what is not base64. */
  fromBase64: (text: string) => Uint8Array;
  toUtf8: (text: string) => Uint8Array;
  /** Text of UTF-8 bytes; what is not UTF-8 becomes U+FFFD. */
  fromUtf8: (bytes: Uint8Array) => string;
};
