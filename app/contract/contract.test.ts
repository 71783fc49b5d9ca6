// The contract: one list of operations, each with a route of its own (design.md 4; api.md).
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { contract, isOperationName } from './contract.ts';

const operations = Object.entries(contract);

/** api.md's table; the stream and the OpenAPI document are no operations. */
const API = `
GET /v1/status
POST /v1/server/start
POST /v1/server/stop
POST /v1/server/restart
POST /v1/control/rotate-token
GET /v1/world
POST /v1/world/import
POST /v1/world/compare
PUT /v1/world
GET /v1/metadata
PUT /v1/metadata
DELETE /v1/metadata
GET /v1/preview
POST /v1/probe
GET /v1/certificate
GET /v1/facts
GET /v1/facts/choices
PATCH /v1/facts
GET /v1/presets
POST /v1/presets/{name}/apply
GET /v1/events
DELETE /v1/events
POST /v1/events/spot-interruption
POST /v1/events/rebalance-recommendation
POST /v1/events/maintenance
POST /v1/events/lifecycle
POST /v1/events/skip
DELETE /v1/events/{id}
POST /v1/events/{id}/cancel
POST /v1/events/{id}/complete
GET /v1/audience
PUT /v1/audience
POST /v1/audience/free
POST /v1/audience/give
GET /v1/options
PATCH /v1/options
GET /v1/requests
GET /v1/requests/{sequence}
POST /v1/requests/entries
POST /v1/requests/exports
GET /v1/requests/exports/{id}
DELETE /v1/requests
GET /v1/tokens
POST /v1/tokens/{id}/revoke
POST /v1/tokens/revoke-all
GET /v1/credentials
POST /v1/credentials/rotate
GET /v1/clients
PATCH /v1/clients/{address}
GET /v1/settings
PATCH /v1/settings
POST /v1/undo
POST /v1/redo`;

test('the methods and paths are those of api.md, each once', () => {
  const routes = operations.map(([, { method, path }]) => `${method} ${path}`);
  expect(routes.sort()).toEqual(API.trim().split('\n').sort());
});

describe('each operation', () => {
  test.each(operations)('%s says what it does in a sentence', (_name, { doc }) => {
    expect(doc).toMatch(/^[A-Z].*\.$/);
  });

  test.each(operations)('%s refuses an unknown field', (_name, { input }) => {
    const parsed = (input as z.ZodType).safeParse({ 'no-such-field': 1 });
    expect(parsed.success).toBe(false);
  });

  test.each(operations)('%s takes the parts of its path as input', (_name, { path, input }) => {
    const schema = JSON.stringify(z.toJSONSchema(input, { io: 'input' }));
    for (const [, part] of path.matchAll(/\{(\w+)\}/g)) expect(schema).toContain(`"${part}":`);
  });
});

test('names that every object has are no operations', () => {
  expect(['status.get', 'constructor', '__proto__', 'toString', 7, null].map(isOperationName)).toEqual([
    true,
    ...Array.from({ length: 5 }, () => false),
  ]);
});
