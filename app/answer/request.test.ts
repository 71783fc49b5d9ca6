// The client behind a socket's address (behaviour.md, Clients), and the request of a preview.
import { expect, test } from 'vitest';
import { clientAddress, previewRequest } from './request.ts';

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

test('a preview names a client as its socket would; without one it is Metadeck itself who asks', () => {
  const asked = { instance: 'web-2', target: '/latest/meta-data/', token: undefined, hops: 1 };
  expect(previewRequest({ ...asked, client: '::1' })).toMatchObject({ client: '127.0.0.1', own: false, method: 'GET' });
  expect(previewRequest({ ...asked, client: undefined })).toMatchObject({ client: '', own: { instance: 'web-2' } });
});
