// Calls become requests as the contract's table says, and requests calls again.
import { expect, test } from 'vitest';
import type { OperationName } from './contract.ts';
import { fromHttp, toHttp } from './over-http.ts';

test('a GET without input has neither query nor body', () => {
  expect(toHttp('status.get', {})).toEqual({ method: 'GET', path: '/v1/status', body: null });
});

test('the input of a GET becomes its query', () => {
  const request = toHttp('requests.list', { after: 12, limit: 500, filter: 'path:/spot -status:404' });
  expect(request.path).toBe('/v1/requests?after=12&limit=500&filter=path%3A%2Fspot+-status%3A404');
});

test('what is undefined is left out of the query', () => {
  expect(toHttp('metadata.list', { under: undefined }).path).toBe('/v1/metadata');
});

test('parts of the path come from the input and are in the path only', () => {
  const request = toHttp('clients.patch', { address: 'fe80::1%eth0', label: 'cart' });
  expect(request).toEqual({ method: 'PATCH', path: '/v1/clients/fe80%3A%3A1%25eth0', body: '{"label":"cart"}' });
});

test('a DELETE carries its input as a body', () => {
  expect(toHttp('metadata.reset', { path: 'meta-data/mac' })).toEqual({
    method: 'DELETE',
    path: '/v1/metadata',
    body: '{"path":"meta-data/mac"}',
  });
});

test('nothing but parts of the path leaves no body', () => {
  expect(toHttp('events.cancel', { id: 'a/b' })).toEqual({
    method: 'POST',
    path: '/v1/events/a%2Fb/cancel',
    body: null,
  });
});

test.each<[OperationName, Record<string, unknown>, Record<string, string>]>([
  ['requests.list', { filter: 'a b&c' }, {}],
  ['events.cancel', { id: 'a/b', instance: 'two' }, { id: 'a/b' }],
  ['world.undo', {}, {}],
])('%s comes back as it was sent', (name, input, parts) => {
  const { method, path, body } = toHttp(name, input);
  const query = Object.fromEntries(new URL(path, 'http://localhost').searchParams);
  const came = { method, query, parts, body: body === null ? undefined : (JSON.parse(body) as unknown) };
  expect(fromHttp(came)).toEqual({ ok: true, data: input });
});
