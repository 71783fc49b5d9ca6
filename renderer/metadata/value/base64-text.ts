// Bytes, text and base64: the ways between them in a browser.

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function base64OfBytes(bytes: Uint8Array): string {
  // One by one: too many arguments at once overflow the stack.
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Null where the text is not base64; white space in it does not count. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const packed = text.replace(/\s+/g, '');
  return BASE64.test(packed) ? Uint8Array.from(atob(packed), (char) => char.charCodeAt(0)) : null;
}

export function base64OfText(text: string): string {
  return base64OfBytes(new TextEncoder().encode(text));
}

/** Null where the text is not base64, or its bytes are no UTF-8 text that a field can hold. */
export function textOfBase64(base64: string): string | null {
  const bytes = bytesOfBase64(base64);
  if (bytes === null) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // A field would turn the first into nothing and the second into a line feed.
    return /[\u0000\r]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
