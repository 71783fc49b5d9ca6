// The OpenAPI 3.1 document, made from the contract.
import * as z from 'zod';
import { contract } from './contract.ts';
import type { Operation } from './operation.ts';
import { isInQuery, pathParts } from './over-http.ts';
import { bell } from './server.ts';
import { ERROR_STATUS } from '../result.ts';

/** A piece of JSON schema or of OpenAPI. */
export type Json = { [name: string]: unknown };

/** The API's own version: it changes when a client would have to. */
const API_VERSION = '1.0.0';
const CODES = Object.keys(ERROR_STATUS);

/** The whole document, a plain value for JSON. */
export function openApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Metadeck control API',
      version: API_VERSION,
      description:
        'Everything the panel and the command line do. It is not the metadata service itself, which listens on another port.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: paths(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Not needed on the control socket.' } },
      schemas: { Failure: failureSchema },
      responses: Object.fromEntries(statuses().map((status) => [`Failure${status}`, failureResponse(status)])),
    },
  };
}

const failureSchema: Json = {
  type: 'object',
  additionalProperties: false,
  required: ['ok', 'error'],
  properties: {
    ok: { const: false },
    error: {
      type: 'object',
      additionalProperties: false,
      required: ['code', 'message'],
      properties: {
        code: { enum: CODES },
        message: { type: 'string', description: 'One sentence: what was wrong, what is allowed, what to do.' },
        issues: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['path', 'message'],
            properties: { path: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
};

function statuses(): number[] {
  return [...new Set(Object.values(ERROR_STATUS))];
}

function failureResponse(status: number): Json {
  const codes = Object.entries(ERROR_STATUS).flatMap(([code, own]) => (own === status ? [code] : []));
  return { description: codes.join(' or '), content: json({ $ref: '#/components/schemas/Failure' }) };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function paths(): Json {
  const all: Record<string, Json> = {};
  for (const [name, operation] of Object.entries<Operation>(contract)) {
    all[operation.path] = { ...all[operation.path], [operation.method.toLowerCase()]: operationOf(name, operation) };
  }
  return { ...all, '/v1/changes': { get: changes() }, '/v1/openapi.json': { get: document() } };
}

function operationOf(name: string, operation: Operation): Json {
  const input = schemaOf(operation.input, 'input');
  const parts = pathParts(operation.path);
  const inQuery = isInQuery(operation.method);
  const parameters = parametersOf(input, parts, inQuery);
  return {
    operationId: name,
    summary: operation.doc,
    tags: [name.split('.')[0]],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(inQuery ? {} : bodyOf(without(input, parts))),
    responses: { 200: successOf(operation), ...failures() },
  };
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return schema;
}

function parametersOf(input: Json, parts: string[], inQuery: boolean): Json[] {
  const properties = propertiesOf(input);
  return Object.entries(properties)
    .filter(([name]) => inQuery || parts.includes(name))
    .map(([name, schema]) => {
      const isPart = parts.includes(name);
      const required = isPart || requiredOf(input).includes(name);
      return { name, in: isPart ? 'path' : 'query', required, schema: asText(schema) };
    });
}

/** What stands in a path or a query is text anyhow: of a number that may be given as text, the number says what is allowed. */
function asText(schema: unknown): unknown {
  const choices: unknown =
    typeof schema === 'object' && schema !== null && 'anyOf' in schema ? schema.anyOf : undefined;
  return (Array.isArray(choices) ? choices.find(isInteger) : undefined) ?? schema;
}

function isInteger(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'integer';
}

function propertiesOf(schema: Json): Json {
  return typeof schema['properties'] === 'object' ? { ...schema['properties'] } : {};
}

function requiredOf(schema: Json): unknown[] {
  return Array.isArray(schema['required']) ? schema['required'] : [];
}

/** An object's schema without the fields that are parts of the path. */
function without(schema: Json, names: string[]): Json {
  if (names.length === 0) return schema;
  const properties = Object.entries(propertiesOf(schema)).filter(([name]) => !names.includes(name));
  const required = requiredOf(schema).filter((name) => !names.includes(String(name)));
  const { required: _required, ...rest } = schema;
  return { ...rest, properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

/** No body at all for an operation that takes none. */
function bodyOf(schema: Json): Json {
  const takesNothing = schema['type'] === 'object' && Object.keys(propertiesOf(schema)).length === 0;
  if (takesNothing) return {};
  const required = schema['type'] !== 'object' || requiredOf(schema).length > 0;
  return { requestBody: { required, content: json(schema) } };
}

function successOf(operation: Operation): Json {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['ok', 'data'],
    properties: { ok: { const: true }, data: schemaOf(operation.output, 'output') },
  };
  return { description: 'Done.', content: json(schema) };
}

function failures(): Json {
  const ours = statuses().map((status): [string, Json] => [
    String(status),
    { $ref: `#/components/responses/Failure${status}` },
  ]);
  return Object.fromEntries([...ours, ['431', { description: 'The headers are over 16 KiB. Without a body.' }]]);
}

function changes(): Json {
  const schema = { type: 'string', contentSchema: schemaOf(bell, 'output') };
  return {
    operationId: 'changes',
    summary:
      'The revisions now, then at each change, as an event stream; whoever knows lower ones asks for what is new.',
    tags: ['changes'],
    responses: {
      200: { description: 'A stream without an end.', content: { 'text/event-stream': { schema } } },
      ...failures(),
    },
  };
}

function document(): Json {
  const responses = { 200: { description: 'OpenAPI 3.1.', content: json({ type: 'object' }) }, ...failures() };
  return { operationId: 'openapi', summary: 'This document.', tags: ['openapi'], responses };
}
