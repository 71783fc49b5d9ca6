// Host names that `serve` is told to answer to, by flags and by the environment, on both planes.
import { once } from 'node:events';
import * as http from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAll, finished, line, type Served, SLOW, start } from './process.example.ts';
import { runWords } from './run-words.example.ts';

const FLAGS = ['--allow-host', '*.orb.local', '--allow-host', 'metadeck.default,imds.example.com'];

let served: Served;
beforeAll(async () => {
  const words = ['serve', '--port', '0', '--control-port', '0', '--json', ...FLAGS];
  const first = await line(start(words, { METADECK_ALLOWED_HOSTS: 'one.example, *.two.example' }));
  served = JSON.parse(first) as Served;
}, SLOW);
afterAll(endAll);

async function statusOf(url: string, host: string): Promise<number | undefined> {
  const headers = { Host: host, Authorization: `Bearer ${served.token}` };
  const [response] = (await once(http.get(url, { agent: false, headers }), 'response')) as [http.IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe('a Host', () => {
  test.each([
    ['metadeck.orb.local:1338', 200],
    ['web.metadeck.orb.local', 200],
    ['metadeck.default', 200],
    ['imds.example.com:80', 200],
    ['one.example', 200],
    ['a.two.example', 200],
    ['orb.local', 403],
    ['two.example', 403],
    ['a.one.example', 403],
    ['metadeck.other', 403],
  ])('%s is answered with %i', async (host, status) => {
    expect(await statusOf(`${served.endpoint}/latest/meta-data/`, host)).toBe(status);
    expect(await statusOf(`${served.control}/v1/status`, host)).toBe(status);
  });

  test('.test is answered by itself, but not where somebody controls Metadeck', async () => {
    expect(await statusOf(`${served.endpoint}/latest/meta-data/`, 'imds.acme.test')).toBe(200);
    expect(await statusOf(`${served.control}/v1/status`, 'imds.acme.test')).toBe(403);
  });
});

test.each([
  [
    ['--allow-host', 'http://a'],
    /'http:\/\/a' is invalid\. http:\/\/a is no host name; one such as imds\.example\.com/,
  ],
  [['--allow-host', 'a:80'], /a:80 is no host name/],
  [['--allow-host', '*'], /\* is no host name/],
  [['--allow-host', ''], /'' is invalid\. A host name is needed, such as imds\.example\.com\.$/],
])('%j is bad usage', async (flags, problem) => {
  const { code, err } = await runWords('serve', ...flags);
  expect({ code, lines: err.length }).toEqual({ code: 2, lines: 1 });
  expect(err[0]).toMatch(problem);
});

test('a name in the environment that is none ends it with a sentence', { timeout: SLOW }, async () => {
  const ended = await finished(start(['serve', '--port', '0'], { METADECK_ALLOWED_HOSTS: 'a.example,b:80' }));
  expect(ended).toEqual({
    code: 1,
    out: '',
    err: 'metadeck: METADECK_ALLOWED_HOSTS: b:80 is no host name; one such as imds.example.com or *.example.com is needed, without a port.\n',
  });
});
