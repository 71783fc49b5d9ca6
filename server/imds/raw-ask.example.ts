// For the tests: bytes to the data plane and back, with nothing that a client would add or hide.
import { once } from 'node:events';
import * as net from 'node:net';

const CRLF = '\r\n';

/** A connection: what it has received so far, and its end. */
export type Raw = {
  socket: net.Socket;
  /** Everything that came until the server closed. */
  end: Promise<string>;
  /** Settles as soon as the text has come. */
  until: (text: string) => Promise<string>;
};

export async function connect(port: number, host = '127.0.0.1'): Promise<Raw> {
  const socket = net.connect({ port, host });
  let received = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (received += chunk));
  // A reset is an end too: what came before it counts.
  socket.on('error', () => undefined);
  const end = new Promise<string>((settle) => socket.on('close', () => settle(received)));
  await once(socket, 'connect');
  const until = async (text: string): Promise<string> => {
    while (!received.includes(text)) await once(socket, 'data');
    return received;
  };
  return { socket, end, until };
}

/** Sends the lines of a request and gives all that comes until the server closes. */
export async function rawAsk(port: number, lines: readonly string[], host?: string): Promise<string> {
  const { socket, end } = await connect(port, host);
  socket.write(lines.join(CRLF) + CRLF + CRLF);
  return end;
}

/** A raw answer in parts. */
export function partsOf(answer: string): { status: string; headers: string[]; body: string } {
  const cut = answer.indexOf(CRLF + CRLF);
  const [status = '', ...headers] = answer.slice(0, cut).split(CRLF);
  return { status, headers, body: answer.slice(cut + 4) };
}
