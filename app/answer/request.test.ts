// The client behind a socket's address (behaviour.md, Clients).
import { expect, test } from 'vitest';
import { clientAddress } from './request.ts';

test.each([
  ['10.0.0.7', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['::1', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['127.0.0.2', '127.0.0.2'],
  ['fd00:ec2::254', 'fd00:ec2::254'],
  ['::ffff:0:1', '::ffff:0:1'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  ['', ''],
])('%s is %s', (address, client) => {
  expect(clientAddress(address)).toBe(client);
});
