// The OpenAPI document: complete, and made from the contract.
import { describe, expect, test } from 'vitest';
import { contract } from './contract.ts';
import { openApi, type Json } from './openapi.ts';
import { ERROR_STATUS } from '../result.ts';

const document = JSON.parse(JSON.stringify(openApi())) as {
  openapi: string;
  paths: Record<string, Record<string, Json & { responses: Json; parameters?: Json[]; requestBody?: Json }>>;
  components: { responses: Json; schemas: Json; securitySchemes: Json };
  security: Json[];
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('it is OpenAPI 3.1 with a bearer token', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.security).toEqual([{ token: [] }]);
  expect(document.components.securitySchemes).toMatchObject({ token: { type: 'http', scheme: 'bearer' } });
});

test.each(Object.entries(contract))('%s is in it', (name, { method, path, doc }) => {
  expect(document.paths[path]?.[method.toLowerCase()]).toMatchObject({ operationId: name, summary: doc });
});

test('so are the two paths that are no operations, and nothing else', () => {
  expect(document.paths).toMatchObject({ '/v1/changes': { get: {} }, '/v1/openapi.json': { get: {} } });
  expect(operations).toHaveLength(Object.keys(contract).length + 2);
});

describe('each operation', () => {
  test.each(operations)('$method $path', ({ path, operation }) => {
    const inPath = (operation.parameters ?? []).filter((one) => one['in'] === 'path').map((one) => one['name']);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    for (const status of Object.values(ERROR_STATUS)) expect(operation.responses).toHaveProperty(String(status));
    expect(operation.responses).toHaveProperty('200');
  });
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) =>
    match.slice(1).flatMap((path) => path.split('/')),
  );
  expect(references.length).toBeGreaterThan(0);
  for (const path of references) expect(document).toHaveProperty(path);
});

test('a part of the path is in no body', () => {
  expect(document.paths['/v1/clients/{address}']?.['patch']?.requestBody).toMatchObject({
    required: false,
    content: {
      'application/json': { schema: { properties: { label: {}, hops: {} }, additionalProperties: false } },
    },
  });
  expect(JSON.stringify(document.paths['/v1/clients/{address}']?.['patch']?.requestBody)).not.toContain('address');
});

test.each([
  ['/v1/metadata', 'put'],
  ['/v1/facts', 'patch'],
  ['/v1/presets/{name}/apply', 'post'],
])('%s can be tried without being done', (path, method) => {
  const { requestBody } = document.paths[path]?.[method] ?? {};
  expect(JSON.stringify(requestBody)).toContain('"dryRun":{"type":"boolean"}');
});

test('a number in a query has its bounds, and no text that is refused', () => {
  const limit = document.paths['/v1/requests']?.['get']?.parameters?.find((one) => one['name'] === 'limit');
  expect(limit?.['schema']).toMatchObject({ type: 'integer', minimum: 1, maximum: 500 });
  const sequences = JSON.stringify(document.paths['/v1/requests/entries']?.['post']?.requestBody);
  expect(sequences).toContain('^[1-9]');
});

test('headers that are too large are in it', () => {
  for (const { operation } of operations) expect(operation.responses).toHaveProperty('431');
});

test('the query of a GET is named', () => {
  const names = document.paths['/v1/requests']?.['get']?.parameters?.map((one) => one['name']);
  expect(names).toEqual(['after', 'limit', 'filter']);
});
