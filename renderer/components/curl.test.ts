// Lines to paste into a shell.
import { expect, test } from 'vitest';
import { pathCurl, tokenCurl } from './curl.ts';

const ENDPOINT = 'http://127.0.0.1:1338';

test('a token is asked for with its TTL', () => {
  expect(tokenCurl(ENDPOINT)).toBe(
    "curl -s -X PUT http://127.0.0.1:1338/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600'",
  );
});

test.each([
  ['meta-data/ami-id', 'http://127.0.0.1:1338/latest/meta-data/ami-id'],
  ['meta-data/macs/0e:49/', 'http://127.0.0.1:1338/latest/meta-data/macs/0e:49/'],
  ['meta-data/tags/instance/a b', 'http://127.0.0.1:1338/latest/meta-data/tags/instance/a%20b'],
  ["meta-data/it's$(x)", `'http://127.0.0.1:1338/latest/meta-data/it'\\''s$(x)'`],
])('%s comes after a token', (path, url) => {
  const [token, get] = pathCurl(ENDPOINT, path).split('\n');
  expect(token).toBe(`TOKEN=$(${tokenCurl(ENDPOINT)})`);
  expect(get).toBe(`curl -s -H "X-aws-ec2-metadata-token: $TOKEN" ${url}`);
});
