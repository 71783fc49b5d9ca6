// The measure of all things: a bare node:http server that sends one ready-made answer to whatever is asked.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Captured } from './capture.ts';

const { status, reason, headers, body } = JSON.parse(process.argv[2] ?? '') as Captured;
const bytes = Buffer.from(body, 'base64');

const server = createServer((_request, response) => {
  response.sendDate = false;
  response.removeHeader('Connection');
  response.writeHead(status, reason, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
