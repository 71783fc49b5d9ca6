// The clients' ends of connections in the kernel's tables, and the processes that hold them.
import { once } from 'node:events';
import * as net from 'node:net';
import { expect, test } from 'vitest';
import { createFindProcesses, socketsIn } from './find-processes.ts';

const HEAD = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const row = (local: string, remote: string, inode: number) =>
  `   7: ${local} ${remote} 01 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0000000000000000 20 4 30 10 -1`;
const V4 = { key: 'v4', address: '127.0.0.2', port: 50_000 };
const V6 = { key: 'v6', address: '::1', port: 50_001 };

test.each([
  ['IPv4', row('0200007F:C350', '0100007F:053A', 11), [['socket:[11]', 'v4']]],
  ['IPv4 in a socket for IPv6', row('0000000000000000FFFF00000200007F:C350', '0:053A', 12), [['socket:[12]', 'v4']]],
  ['IPv6', row('00000000000000000000000001000000:C351', '0:053A', 13), [['socket:[13]', 'v6']]],
  ['the same port of another address', row('0300007F:C350', '0100007F:053A', 14), []],
  ['a connection to another port', row('0200007F:C350', '0100007F:053B', 15), []],
  ["the server's own end", row('0100007F:053A', '0200007F:C350', 16), []],
  ['one that is over', row('0200007F:C350', '0100007F:053A', 0), []],
])('%s', (_name, line, expected) => {
  expect(socketsIn(`${HEAD}\n${line}\n`, [V4, V6], [1338])).toEqual(expected);
});

test.runIf(process.platform === 'linux')(
  'a connection of this process is its own; one that is not there is nobody’s',
  async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const socket = net.connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const find = createFindProcesses();
    const own = { key: 'own', address: '127.0.0.1', port: socket.localPort ?? 0 };
    const wanted = [own, { key: 'none', address: '127.0.0.9', port: 1 }];
    let found = await find(wanted, [port]);
    while (!found.has('own')) found = await find(wanted, [port]);
    expect(found.get('own')?.pid).toBe(process.pid);
    expect(found.get('own')?.name).not.toBe('');
    expect(found.get('none')).toBeNull();
    socket.destroy();
    server.close();
  },
);
