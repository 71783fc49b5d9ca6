// An answer of Metadeck, taken byte by byte, for the bare server to send the same.

import { get, type IncomingMessage } from 'node:http';

/** `headers` are names and values in turn, as they came; the body is in base64. */
export type Captured = { status: number; reason: string; headers: string[]; body: string };

export async function capture(url: string, headers: Record<string, string>): Promise<Captured> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { Connection: 'keep-alive', ...headers } }, resolve).once('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { statusCode = 0, statusMessage = '', rawHeaders } = response;
  return {
    status: statusCode,
    reason: statusMessage,
    headers: rawHeaders,
    body: Buffer.concat(chunks).toString('base64'),
  };
}
