// Requests as code, with the token dance.
import { expect, test } from 'vitest';
import { COPY_LANGUAGES, copyAs } from './copy-as.ts';

const endpoint = 'http://127.0.0.1:1338';
const get = { endpoint, method: 'GET', target: '/latest/meta-data/mac' };
const put = { endpoint, method: 'PUT', target: '/latest/api/token' };

test('curl asks for a token, then for the path', () => {
  expect(copyAs('curl', get)).toBe(
    `TOKEN=$(curl -s -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600' ${endpoint}/latest/api/token)\n` +
      `curl -s -H "X-aws-ec2-metadata-token: $TOKEN" ${endpoint}/latest/meta-data/mac`,
  );
});

test('a question for a token is one line', () => {
  expect(copyAs('curl', put)).toBe(
    `curl -s -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600' ${endpoint}/latest/api/token`,
  );
});

test.each([
  ['HEAD', '/latest/', 'curl -s -I -H'],
  ['POST', '/latest/', 'curl -s -X POST -H'],
  ['GET', '/latest/../x', 'curl -s --path-as-is -H'],
  ['GET', '/latest/[1]', 'curl -s -g -H'],
])('curl says %s %s exactly', (method, target, line) => {
  expect(copyAs('curl', { endpoint, method, target })).toContain(line);
});

test.each([
  ['curl', `'${endpoint}/x?a='\\''$(id)\`'`],
  ['powershell', `'${endpoint}/x?a=''$(id)\`'`],
  ['node', `"/x?a='$(id)\`"`],
  ['python', `"/x?a='$(id)\`"`],
  ['go', `"/x?a='$(id)\`"`],
] as const)('%s keeps a hostile path a path', (language, text) => {
  expect(copyAs(language, { endpoint, method: 'GET', target: "/x?a='$(id)`" })).toContain(text);
});

test.each(COPY_LANGUAGES.map(({ id }) => id))('%s gets a token unless it asks for one', (language) => {
  expect(copyAs(language, get)).toContain('/latest/api/token');
  expect(copyAs(language, get)).toContain('/latest/meta-data/mac');
  expect(copyAs(language, put).match(/latest\/api\/token/g)).toHaveLength(1);
});
