// Calls become requests as the contract's table says.
import { expect, test } from 'vitest';
import { httpRequest } from './http-request.ts';

test('a GET without input has neither query nor body', () => {
  expect(httpRequest('status.get', {})).toEqual({ method: 'GET', path: '/v1/status', body: null });
});

test('the input of a GET becomes its query', () => {
  const request = httpRequest('requests.list', { after: 12, limit: 500, filter: 'path:/spot -status:404' });
  expect(request.path).toBe('/v1/requests?after=12&limit=500&filter=path%3A%2Fspot+-status%3A404');
});

test('what is undefined is left out of the query', () => {
  expect(httpRequest('metadata.list', { under: undefined }).path).toBe('/v1/metadata');
});

test('parts of the path come from the input and are in the path only', () => {
  const request = httpRequest('clients.label', { address: 'fe80::1%eth0', label: 'cart' });
  expect(request).toEqual({ method: 'PATCH', path: '/v1/clients/fe80%3A%3A1%25eth0', body: '{"label":"cart"}' });
});

test('a DELETE carries its input as a body', () => {
  expect(httpRequest('metadata.reset', { path: 'meta-data/mac' })).toEqual({
    method: 'DELETE',
    path: '/v1/metadata',
    body: '{"path":"meta-data/mac"}',
  });
});
