// Tries once per process whether an answer written as one text is the same as one written in parts; if not, none is again.
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { type Parts, writeInParts } from './write-in-parts.ts';
import { endsConnection, writeWhole } from './write-whole.ts';

/** Undefined until it was tried. */
let verdict: boolean | undefined;

/** True where answers may be written as one text. */
export function isWholeSame(): boolean {
  return verdict === true;
}

/** Tries it, if nobody has; `warn` and `failed` say what came of it when it is not the same. */
export function tryWhole({ warn, failed }: { warn: (text: string) => void; failed: (error: unknown) => void }): void {
  if (verdict !== undefined) return;
  try {
    verdict = ASKED.every((asked) => isSame(asked));
  } catch (error) {
    verdict = false;
    failed(error);
  }
  if (!verdict)
    warn(`Answers go out more slowly: Node ${process.version} keeps them in another way than Metadeck knows.`);
}

type Asked = { method: 'GET' | 'HEAD'; keepAlive: boolean };

const ASKED: readonly Asked[] = [
  { method: 'GET', keepAlive: true },
  { method: 'GET', keepAlive: false },
  { method: 'HEAD', keepAlive: false },
];

const BODY = 'a page, \xe9';

function isSame({ method, keepAlive }: Asked): boolean {
  const headers = ['Content-Type', 'text/plain', 'Content-Length', String(BODY.length)];
  if (!keepAlive) headers.push('Connection', 'close');
  const parts: Parts = { status: 200, reason: 'OK', headers, body: BODY, keepAlive };
  const inParts = written(method, (res) => writeInParts(res, parts));
  const whole = written(method, (res) => writeWhole(res, textOf(parts, method), !keepAlive));
  // Node 16, as in older Electrons, ends the connection of one in parts whatever was asked.
  return inParts.text !== '' && inParts.text === whole.text && whole.ends === !keepAlive;
}

function textOf({ status, reason, headers, body }: Parts, method: Asked['method']): string {
  const lines = headers.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`));
  return `HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n${method === 'HEAD' ? '' : body}`;
}

type Write = (res: ServerResponse) => void;

/** The bytes that came of it on a connection that is none, and whether that ends. */
function written(method: Asked['method'], write: Write): { text: string; ends: boolean | undefined } {
  let text = '';
  const hear = (chunk: Buffer | string, encoding: BufferEncoding): void => {
    text += (typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk).toString('latin1');
  };
  const socket: Socket = Object.assign(new Socket(), {
    _write(chunk: Buffer | string, encoding: BufferEncoding, done: () => void) {
      hear(chunk, encoding);
      done();
    },
    _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: () => void) {
      for (const { chunk, encoding } of chunks) hear(chunk, encoding);
      done();
    },
  });
  const req = Object.assign(new IncomingMessage(socket), { method, httpVersionMajor: 1, httpVersionMinor: 1 });
  const res = new ServerResponse(req);
  res.assignSocket(socket);
  write(res);
  return { text, ends: endsConnection(res) };
}
