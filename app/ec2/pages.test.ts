// Headers in their order and bodies to the byte, as the real service sends them (imds.md 2.4 to 2.6).
import { describe, expect, test } from 'vitest';
import { exampleService } from '../service.example.ts';
import { NOT_FOUND, TOO_LARGE } from './pages.ts';

const NOT_FOUND_BODY = [
  '<?xml version="1.0" encoding="iso-8859-1"?>',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"',
  '\t\t "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">',
  ' <head>',
  '  <title>404 - Not Found</title>',
  ' </head>',
  ' <body>',
  '  <h1>404 - Not Found</h1>',
  ' </body>',
  '</html>',
  '',
].join('\n');

test('a value: type, ranges, last change, length, in that order (imds.md 2.4)', () => {
  expect(exampleService().get('meta-data/instance-id')).toMatchObject({
    status: 200,
    reason: 'OK',
    body: 'i-0f3a27b9d04ec91e5',
    headers: [
      ['Content-Type', 'text/plain'],
      ['Accept-Ranges', 'none'],
      ['Last-Modified', 'Thu, 01 Aug 2024 11:59:00 GMT'],
      ['Content-Length', '19'],
    ],
  });
});

test('JSON is text/plain too (1.0)', () => {
  const service = exampleService();
  for (const path of [
    'dynamic/instance-identity/document',
    'meta-data/iam/info',
    'meta-data/events/maintenance/scheduled',
  ]) {
    expect(service.get(path).headers).toContainEqual(['Content-Type', 'text/plain']);
  }
});

test('the length counts bytes, not characters', () => {
  const service = exampleService((instance) => ({ ...instance, overrides: { 'meta-data/mine': { value: 'é€😀' } } }));
  expect(service.get('meta-data/mine').headers).toContainEqual(['Content-Length', '9']);
});

test('an empty value is 200 with an empty body (1.0)', () => {
  const service = exampleService((instance) => ({ ...instance, overrides: { 'meta-data/mine': { value: '' } } }));
  expect(service.get('meta-data/mine')).toMatchObject({ status: 200, body: '' });
});

describe('404 (imds.md 2.6)', () => {
  test('339 bytes of XHTML', () => {
    expect(NOT_FOUND.body).toBe(NOT_FOUND_BODY);
    expect(NOT_FOUND_BODY).toHaveLength(339);
  });

  test('text/html and its length, and nothing of a value', () => {
    expect(exampleService().get('nothing')).toMatchObject({
      status: 404,
      reason: 'Not Found',
      headers: [
        ['Content-Type', 'text/html'],
        ['Content-Length', '339'],
      ],
    });
  });
});

describe('what is refused is empty text/plain (imds.md 2.6)', () => {
  const EMPTY = [
    ['Content-Length', '0'],
    ['Content-Type', 'text/plain'],
  ];
  const put = { method: 'PUT', target: '/latest/api/token' };

  test.each([
    ['400 on the token path (6)', put, 400, 'Bad Request', EMPTY],
    ['401', { token: 'x' }, 401, 'Unauthorized', EMPTY],
    ['403', { origin: 'null' }, 403, 'Forbidden', EMPTY],
    [
      '405 on the token path (2.5)',
      { ...put, method: 'GET' },
      405,
      'Not Allowed',
      [['Allow', 'OPTIONS, PUT'], ...EMPTY],
    ],
    ['405 elsewhere (6)', { method: 'POST' }, 405, 'Not Allowed', [['Allow', 'GET, HEAD'], ...EMPTY]],
  ])('%s', (_name, request, status, reason, headers) => {
    expect(exampleService().ask(request)).toMatchObject({ status, reason, headers, body: '' });
  });

  test('413', () => {
    expect(TOO_LARGE).toMatchObject({ status: 413, body: '', before: EMPTY[0] });
  });
});
