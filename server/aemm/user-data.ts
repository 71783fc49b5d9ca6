// User data in a configuration is base64, with its padding; line breaks within are fine.

export function isBase64(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const text = value.replaceAll(/[\r\n]/g, '');
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
