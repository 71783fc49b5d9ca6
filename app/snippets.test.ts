// Every snippet carries the endpoint, as the place it is for sees it.
import { expect, test } from 'vitest';
import { containerEndpoint, snippets, snippetText } from './snippets.ts';

const ENDPOINT = 'http://127.0.0.1:1338';

test('every snippet names the endpoint', () => {
  for (const snippet of snippets(ENDPOINT)) expect(snippetText(snippet)).toMatch(/http:\/\/[\w.]+:1338/);
});

test.each(['docker', 'compose', 'kubernetes'])('%s calls the machine that it runs on', (id) => {
  const snippet = snippets(ENDPOINT).find((one) => one.id === id);
  expect(snippet === undefined ? '' : snippetText(snippet)).toContain('http://host.docker.internal:1338');
});

test.each([
  ['http://127.0.0.1:1338', 'http://host.docker.internal:1338'],
  ['http://[::1]:80', 'http://host.docker.internal:80'],
  ['http://0.0.0.0:1338', 'http://host.docker.internal:1338'],
  ['http://localhost:1338', 'http://host.docker.internal:1338'],
  ['http://192.168.1.5:1338', 'http://192.168.1.5:1338'],
])('from a container %s is %s', (endpoint, seen) => {
  expect(containerEndpoint(endpoint)).toBe(seen);
});

test('the shell snippet is the two lines of the first page', () => {
  const [shell] = snippets(ENDPOINT).map(snippetText);
  expect(shell).toBe(`export AWS_EC2_METADATA_SERVICE_ENDPOINT=${ENDPOINT}\naws configure list  # or start your app`);
});
