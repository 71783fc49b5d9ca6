// A request as code that asks again: the IMDSv2 token first, since the one that was sent is not kept.

export const COPY_LANGUAGES = [
  { id: 'curl', title: 'curl' },
  { id: 'powershell', title: 'PowerShell' },
  { id: 'node', title: 'Node' },
  { id: 'python', title: 'Python' },
  { id: 'go', title: 'Go' },
] as const;
export type CopyLanguage = (typeof COPY_LANGUAGES)[number]['id'];

export type CopiedRequest = {
  /** Such as `http://127.0.0.1:1338`. */
  endpoint: string;
  method: string;
  /** The path as it was sent, query included. */
  target: string;
};

const TTL_HEADER = 'X-aws-ec2-metadata-token-ttl-seconds';
const TOKEN_HEADER = 'X-aws-ec2-metadata-token';
const TOKEN_PATH = '/latest/api/token';
const TTL_SECONDS = 21_600;

/** Ready to paste into a terminal or a file; prints the body as it came. */
export function copyAs(language: CopyLanguage, request: CopiedRequest): string {
  return WRITERS[language](request, !asksForToken(request));
}

function asksForToken({ method, target }: CopiedRequest): boolean {
  return method === 'PUT' && target.split('?')[0] === TOKEN_PATH;
}

type Writer = (request: CopiedRequest, withToken: boolean) => string;

const WRITERS: Record<CopyLanguage, Writer> = { curl, powershell, node, python, go };

function curl({ endpoint, method, target }: CopiedRequest, withToken: boolean): string {
  const url = shellQuoted(`${endpoint}${target}`);
  const ask = `curl -s ${curlOptions(method, target)}`;
  if (!withToken) return `${ask}-H '${TTL_HEADER}: ${TTL_SECONDS}' ${url}`;
  const token = `curl -s -X PUT -H '${TTL_HEADER}: ${TTL_SECONDS}' ${shellQuoted(endpoint + TOKEN_PATH)}`;
  return `TOKEN=$(${token})\n${ask}-H "${TOKEN_HEADER}: $TOKEN" ${url}`;
}

/** curl would fold `..` and read meaning into brackets. */
function curlOptions(method: string, target: string): string {
  const how = method === 'HEAD' ? '-I ' : `-X ${shellQuoted(method)} `;
  const exact = /\/\.{1,2}(?:[/?]|$)/.test(target) ? '--path-as-is ' : '';
  return `${method === 'GET' ? '' : how}${exact}${/[[\]{}]/.test(target) ? '-g ' : ''}`;
}

/** As it is where no shell would change it; in single quotes otherwise. */
function shellQuoted(text: string): string {
  return /^[\w:/.@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function powershell({ endpoint, method, target }: CopiedRequest, withToken: boolean): string {
  const ask = (verb: string, url: string, headers: string) =>
    `Invoke-RestMethod -Method ${quoted(verb)} -Uri ${quoted(url)} -Headers @{ ${headers} }`;
  const ttl = `${quoted(TTL_HEADER)} = ${quoted(String(TTL_SECONDS))}`;
  if (!withToken) return ask(method, endpoint + target, ttl);
  return [
    `$token = ${ask('PUT', endpoint + TOKEN_PATH, ttl)}`,
    ask(method, endpoint + target, `${quoted(TOKEN_HEADER)} = $token`),
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function node({ endpoint, method, target }: CopiedRequest, withToken: boolean): string {
  const base = JSON.stringify(endpoint);
  const ttl = `{ ${JSON.stringify(TTL_HEADER)}: '${TTL_SECONDS}' }`;
  const put = `await (await fetch(${base} + '${TOKEN_PATH}', { method: 'PUT', headers: ${ttl} })).text()`;
  if (!withToken) return `console.log(${put});`;
  const headers = `{ ${JSON.stringify(TOKEN_HEADER)}: token }`;
  return [
    `const token = ${put};`,
    `const answer = await fetch(${base} + ${JSON.stringify(target)}, { method: ${JSON.stringify(method)}, headers: ${headers} });`,
    'console.log(answer.status, await answer.text());',
  ].join('\n');
}

function python({ endpoint, method, target }: CopiedRequest, withToken: boolean): string {
  const token = `urlopen(${pythonRequest(`"${TOKEN_PATH}"`, 'PUT', TTL_HEADER, `"${TTL_SECONDS}"`)}).read().decode()`;
  const head = ['from urllib.request import Request, urlopen', `base = ${JSON.stringify(endpoint)}`];
  if (!withToken) return [...head, `print(${token})`].join('\n');
  const ask = pythonRequest(JSON.stringify(target), method, TOKEN_HEADER, 'token');
  return [...head, `token = ${token}`, `print(urlopen(${ask}).read().decode())`].join('\n');
}

/** `path` and `value` are Python expressions. */
function pythonRequest(path: string, method: string, header: string, value: string): string {
  return `Request(base + ${path}, method=${JSON.stringify(method)}, headers={${JSON.stringify(header)}: ${value}})`;
}

function go({ endpoint, method, target }: CopiedRequest, withToken: boolean): string {
  const token = `ask("PUT", ${JSON.stringify(TOKEN_PATH)}, "${TTL_HEADER}", "${TTL_SECONDS}")`;
  const main = withToken
    ? `\tprint(ask(${JSON.stringify(method)}, ${JSON.stringify(target)}, "${TOKEN_HEADER}", ${token}))`
    : `\tprint(${token})`;
  return `package main

import (
\t"io"
\t"net/http"
)

func ask(method, path, header, value string) string {
\trequest, err := http.NewRequest(method, ${JSON.stringify(endpoint)}+path, nil)
\tif err != nil {
\t\tpanic(err)
\t}
\trequest.Header.Set(header, value)
\tanswer, err := http.DefaultClient.Do(request)
\tif err != nil {
\t\tpanic(err)
\t}
\tdefer answer.Body.Close()
\tbody, err := io.ReadAll(answer.Body)
\tif err != nil {
\t\tpanic(err)
\t}
\treturn string(body)
}

func main() {
${main}
}
`;
}
