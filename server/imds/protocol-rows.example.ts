// For the tests: the protocol as requests and complete answers, to the byte; each row names its section of imds.md.
import { VERSIONS } from '../../app/answer/target.ts';

/** `{TOKEN}`, `{NEW}` and `{OLD}` in a request stand for a good token, another one, and an expired one. */
export type Row = { name: string; request: string; answer: string };

/** An hour before each request is made. */
const MADE = 'Thu, 01 Aug 2024 11:59:00 GMT';
const NOW = 'Thu, 01 Aug 2024 12:59:00 GMT';
const ID = 'i-0f3a27b9d04ec91e5';
export const TTL = 21_600;
const TTL_HEADER = `X-Aws-Ec2-Metadata-Token-Ttl-Seconds: ${TTL}`;

type Given = { ttl?: boolean; keep?: boolean; type?: string; modified?: string; allow?: string; head?: boolean };

function lines(...all: (string | false | undefined)[]): string {
  return all.filter((line) => typeof line === 'string').join('\r\n');
}

const LAST = (given: Given) => [`Date: ${NOW}`, 'Server: EC2ws', !given.keep && 'Connection: close'];

/** 200 with a value or a listing (2.4). */
function ok(body: string, given: Given = {}): string {
  const head = lines(
    'HTTP/1.1 200 OK',
    given.ttl && TTL_HEADER,
    `Content-Type: ${given.type ?? 'text/plain'}`,
    'Accept-Ranges: none',
    `Last-Modified: ${given.modified ?? MADE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...LAST(given),
  );
  return `${head}\r\n\r\n${given.head ? '' : body}`;
}

const PAGE_404 = [
  '<?xml version="1.0" encoding="iso-8859-1"?>',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"',
  '\t\t "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">',
  ' <head>\n  <title>404 - Not Found</title>\n </head>',
  ' <body>\n  <h1>404 - Not Found</h1>\n </body>',
  '</html>\n',
].join('\n');

/** 404: 339 bytes of XHTML (2.6). */
function missing(given: Given = {}): string {
  const first = lines(
    'HTTP/1.1 404 Not Found',
    given.ttl && TTL_HEADER,
    'Content-Type: text/html',
    'Content-Length: 339',
  );
  return `${lines(first, ...LAST(given))}\r\n\r\n${given.head ? '' : PAGE_404}`;
}

/** What has no body (2.5, 2.6 and 6). */
function empty(status: string, given: Given = {}): string {
  const allow = given.allow !== undefined && `Allow: ${given.allow}`;
  const first = lines(`HTTP/1.1 ${status}`, given.ttl && TTL_HEADER, allow, 'Content-Length: 0');
  return `${lines(first, ...LAST(given), 'Content-Type: text/plain')}\r\n\r\n`;
}

/** A token, which is `{56}` here (2.5). */
function token(ttl: string, given: Given = {}): string {
  const first = ['HTTP/1.1 200 OK', `X-Aws-Ec2-Metadata-Token-Ttl-Seconds: ${ttl}`, 'Content-Type: text/plain'];
  return `${lines(...first, 'Content-Length: 56', ...LAST(given))}\r\n\r\n{56}`;
}

const BAD = empty('400 Bad Request');
const UNAUTHORIZED = empty('401 Unauthorized');
const FORBIDDEN = empty('403 Forbidden');
const GET_OR_HEAD = empty('405 Not Allowed', { allow: 'GET, HEAD' });
const PUT_ONLY = empty('405 Not Allowed', { allow: 'OPTIONS, PUT' });

function ask(line: string, ...headers: string[]): string {
  return `${lines(`${line} HTTP/1.1`, ...headers)}\r\n\r\n`;
}

const get = (target: string, ...headers: string[]) => ask(`GET ${target}`, ...headers);
const put = (...headers: string[]) => ask('PUT /latest/api/token', ...headers);
const withToken = (which: string) => `X-aws-ec2-metadata-token: {${which}}`;
const ttl = (value: string) => `X-aws-ec2-metadata-token-ttl-seconds:${value}`;
const VALUE = '/latest/meta-data/instance-id';
const FORWARDED = 'X-Forwarded-For: 1.2.3.4';

function rows(section: string, all: [string, string, string][]): Row[] {
  return all.map(([name, request, answer]) => ({ name: `${section}: ${name}`, request, answer }));
}

/** Names with blanks between them, as a listing. */
function listed(...names: string[]): string {
  return names.join(' ').replaceAll(' ', '\n');
}

const DIRECTORIES: [string, string][] = [
  ['', 'dynamic\nmeta-data\nuser-data'],
  ['dynamic', 'instance-identity/'],
  ['dynamic/instance-identity', listed('document pkcs7 rsa2048 signature')],
  [
    'meta-data',
    listed(
      'ami-id ami-launch-index ami-manifest-path block-device-mapping/ events/ hostname iam/',
      'identity-credentials/ instance-action instance-id instance-life-cycle instance-type ipv6',
      'local-hostname local-ipv4 mac metrics/ network/ placement/ profile public-hostname public-ipv4',
      'public-keys/ reservation-id security-groups services/ spot/ system tags/',
    ),
  ],
  ['meta-data/block-device-mapping', 'ami\nebs1\nroot'],
  ['meta-data/events', 'maintenance/\nrecommendations/'],
  ['meta-data/events/maintenance', 'history\nscheduled'],
  ['meta-data/events/recommendations', 'rebalance'],
  ['meta-data/iam', 'info\nsecurity-credentials/'],
  ['meta-data/iam/security-credentials', 'metadeck-role'],
  ['meta-data/identity-credentials', 'ec2/'],
  ['meta-data/identity-credentials/ec2', 'info\nsecurity-credentials/'],
  ['meta-data/identity-credentials/ec2/security-credentials', 'ec2-instance'],
  ['meta-data/metrics', 'vhostmd'],
  ['meta-data/network', 'interfaces/'],
  ['meta-data/network/interfaces', 'macs/'],
  ['meta-data/network/interfaces/macs', '0e:49:61:0f:c3:11/'],
  [
    'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11',
    listed(
      'device-number interface-id ipv4-associations/ ipv6s local-hostname local-ipv4s mac owner-id',
      'public-hostname public-ipv4s security-group-ids security-groups subnet-id',
      'subnet-ipv4-cidr-block subnet-ipv6-cidr-blocks vpc-id vpc-ipv4-cidr-block vpc-ipv4-cidr-blocks',
      'vpc-ipv6-cidr-blocks',
    ),
  ],
  ['meta-data/network/interfaces/macs/0e:49:61:0f:c3:11/ipv4-associations', '203.0.113.25'],
  ['meta-data/placement', 'availability-zone\navailability-zone-id\nregion'],
  ['meta-data/public-keys', '0=metadeck-key'],
  ['meta-data/public-keys/0', 'openssh-key'],
  ['meta-data/services', 'domain\npartition'],
  ['meta-data/spot', 'instance-action\ntermination-time'],
  ['meta-data/tags', 'instance/'],
  ['meta-data/tags/instance', 'Environment\nName'],
];

/** Answers of an instance with user data and an interruption with its recommendation, tokens optional. */
export const OPTIONAL: Row[] = [
  ...rows('2.1', [
    ['the versions', get('/'), ok(VERSIONS.join('\n'))],
    ...VERSIONS.map((version): [string, string, string] => [
      version,
      get(`/${version}/meta-data/ami-id`),
      ok('ami-0a1b2c3d4e5f67890'),
    ]),
    ['an unknown version', get('/2023-01-01/'), missing()],
    ['api is no directory', get('/latest/api'), missing()],
    ['nor with a slash', get('/latest/api/'), missing()],
    ['user data', get('/latest/user-data'), ok('#!/bin/sh\n', { type: 'application/octet-stream' })],
  ]),
  ...DIRECTORIES.flatMap(([path, body]) =>
    rows('2.2', [
      [`listing of ${path}/`, get(path === '' ? '/latest/' : `/latest/${path}/`), ok(body)],
      [`listing of ${path}`, get(path === '' ? '/latest' : `/latest/${path}`), ok(body)],
    ]),
  ),
  ...rows('2.3', [
    ['a value with a slash', get(`${VALUE}/`), ok(ID)],
    ['user data with a slash', get('/latest/user-data/'), ok('#!/bin/sh\n', { type: 'application/octet-stream' })],
    ['the child of a value', get('/latest/meta-data/instance-life-cycle/spot'), missing()],
    ['two slashes before', get(`/${VALUE}`), ok(ID)],
    ['two slashes within', get('/latest//meta-data//instance-id'), ok(ID)],
    ['three slashes', get(`//${VALUE}///`), ok(ID)],
    ['half a name', get('/latest/meta-data/inst'), missing()],
  ]),
  ...rows('2.4', [
    ['a token sent: its seconds first', get(VALUE, withToken('TOKEN')), ok(ID, { ttl: true })],
    ['and on a 404', get('/latest/nothing', withToken('TOKEN')), missing({ ttl: true })],
    [
      'keep-alive asked for',
      `${get(VALUE, 'Connection: keep-alive')}${get('/nothing')}`,
      ok(ID, { keep: true }) + missing(),
    ],
    ['in capitals', `${get(VALUE, 'CONNECTION: Keep-Alive')}${get('/nothing')}`, ok(ID, { keep: true }) + missing()],
    ['in a list', `${get(VALUE, 'Connection: TE, keep-alive')}${get('/nothing')}`, ok(ID, { keep: true }) + missing()],
    ['close asked for', get(VALUE, 'Connection: close'), ok(ID)],
    ['close and keep-alive: close', get(VALUE, 'Connection: close, keep-alive'), ok(ID)],
    ['two Connection headers, one close', get(VALUE, 'Connection: keep-alive', 'Connection: close'), ok(ID)],
    ['another Connection', get(VALUE, 'Connection: x'), ok(ID)],
    ['an empty Connection', get(VALUE, 'Connection:'), ok(ID)],
    ['an upgrade is not made', get(VALUE, 'Connection: Upgrade', 'Upgrade: h2c'), ok(ID)],
    ['after an answer without keep-alive nothing is answered', get(VALUE) + get(VALUE), ok(ID)],
    ['HEAD', ask(`HEAD ${VALUE}`), ok(ID, { head: true })],
    ['HEAD of a listing', ask('HEAD /latest/'), ok('dynamic\nmeta-data\nuser-data', { head: true })],
    ['HEAD of nothing', ask('HEAD /nothing'), missing({ head: true })],
    ['HEAD with a token', ask(`HEAD ${VALUE}`, withToken('TOKEN')), ok(ID, { head: true, ttl: true })],
    ['HTTP/1.0', `GET ${VALUE} HTTP/1.0\r\n\r\n`, ok(ID)],
    [
      'HTTP/1.0, kept',
      `GET ${VALUE} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n${get('/nothing')}`,
      ok(ID, { keep: true }) + missing(),
    ],
    ['no Host', get(VALUE), ok(ID)],
    ['lines that end in LF alone', `GET ${VALUE} HTTP/1.1\n\n`, BAD],
  ]),
  ...rows('2.5', [
    ['the shortest TTL', put(ttl(' 1')), token('1')],
    ['the longest', put(ttl(' 21600')), token('21600')],
    ['blanks around it', put(ttl('   60  ')), token('60')],
    ['no blank before it', put(ttl('60')), token('60')],
    ['kept', put(ttl(' 60'), 'Connection: keep-alive') + get('/nothing'), token('60', { keep: true }) + missing()],
    ['another case of the header', put('x-AWS-ec2-Metadata-Token-TTL-Seconds: 60'), token('60')],
    ...['', ' 0', ' -1', ' +1', ' 21601', ' 60s', ' 1e2', ' 60.0', ' 0x3c', ' six', ' 99999999999999999999'].map(
      (value): [string, string, string] => [`the TTL "${value.trim()}"`, put(ttl(value)), BAD],
    ),
    ['no TTL', put(), BAD],
    ['two TTLs', put(ttl(' 60'), ttl(' 60')), BAD],
    ['forwarded', put(ttl(' 60'), FORWARDED), FORBIDDEN],
    ['forwarded by nobody', put(ttl(' 60'), 'X-Forwarded-For:'), FORBIDDEN],
    ['forwarded, without a TTL', put(FORWARDED), FORBIDDEN],
    ['under a dated version', ask('PUT /2021-03-23/api/token', ttl(' 60')), FORBIDDEN],
    ['under an unknown one', ask('PUT /2023-01-01/api/token', ttl(' 60')), GET_OR_HEAD],
    ['a slash at the end', ask('PUT /latest/api/token/', ttl(' 60')), FORBIDDEN],
    ['doubled slashes', ask('PUT //latest//api/token', ttl(' 60')), token('60')],
    ...['GET', 'POST', 'DELETE', 'PATCH'].map((method): [string, string, string] => [
      method,
      ask(`${method} /latest/api/token`),
      PUT_ONLY,
    ]),
    ['HEAD', ask('HEAD /latest/api/token'), PUT_ONLY],
    ['GET under a dated version', get('/2021-03-23/api/token'), missing()],
    ['a bad token on the PUT is not looked at', put(ttl(' 60'), 'X-aws-ec2-metadata-token: x'), token('60')],
    ['a token', get(VALUE, withToken('TOKEN')), ok(ID, { ttl: true })],
    ['another case of its header', get(VALUE, 'x-AWS-EC2-metadata-TOKEN: {TOKEN}'), ok(ID, { ttl: true })],
    ['an invalid token', get(VALUE, 'X-aws-ec2-metadata-token: x'), UNAUTHORIZED],
    ['a damaged token', get(VALUE, 'X-aws-ec2-metadata-token: {TOKEN}A'), UNAUTHORIZED],
    ['an expired token while optional', get(VALUE, withToken('OLD')), UNAUTHORIZED],
    ['a token that was forwarded', get(VALUE, withToken('TOKEN'), FORWARDED), FORBIDDEN],
    ['forwarded without a token', get(VALUE, FORWARDED), ok(ID)],
    ['forwarded by nobody, without a token', get(VALUE, 'X-Forwarded-For:'), ok(ID)],
  ]),
  ...rows('2.6', [
    ['404, 339 bytes', get('/latest/meta-data/nothing'), missing()],
    ['405 of another method', ask(`DELETE ${VALUE}`), GET_OR_HEAD],
  ]),
  ...rows('6', [
    ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'].map((method): [string, string, string] => [
      method,
      ask(`${method} ${VALUE}`),
      GET_OR_HEAD,
    ]),
    ['POST to nothing', ask('POST /nothing'), GET_OR_HEAD],
    ['OPTIONS *', ask('OPTIONS *'), GET_OR_HEAD],
    [
      'a method with a token',
      ask(`POST ${VALUE}`, withToken('TOKEN')),
      empty('405 Not Allowed', { allow: 'GET, HEAD', ttl: true }),
    ],
    ['OPTIONS of the token path', ask('OPTIONS /latest/api/token'), empty('200 OK', { allow: 'OPTIONS, PUT' })],
    ['PUT with a body', `${put(ttl(' 60'), 'Content-Length: 2')}{}`, token('60')],
    ['PUT with a body in chunks', `${put(ttl(' 60'), 'Transfer-Encoding: chunked')}2\r\n{}\r\n0\r\n\r\n`, token('60')],
    ['GET with a body', `${get(VALUE, 'Content-Length: 2')}{}`, ok(ID)],
    ['more than 64 KiB', put(ttl(' 60'), 'Content-Length: 65537'), empty('413 Payload Too Large')],
    ['escapes, decoded', get('/latest/meta-data/%69nstance%2Did'), ok(ID)],
    ['escaped slashes', get('/latest%2Fmeta-data%2finstance-id'), ok(ID)],
    ['escapes, once', get('/latest/meta-data/%2569nstance-id'), missing()],
    ['a malformed escape', get('/latest/%zz'), BAD],
    ['half an escape', get('/latest/%6'), BAD],
    ['bytes that are no text', get('/latest/%ff'), missing()],
    ['a query', get(`${VALUE}?x=1&y=%zz`), ok(ID)],
    ['an empty query', get('/latest/meta-data/tags/?'), ok('instance/')],
    ['a query on the PUT', ask('PUT /latest/api/token?x=1', ttl(' 60')), token('60')],
    ['dots', get('/latest/./meta-data/../meta-data/./instance-id'), ok(ID)],
    ['escaped dots', get('/latest/meta-data/%2e%2e/meta-data/instance-id'), ok(ID)],
    ['above the root', get('/../latest/meta-data/instance-id'), missing()],
    ['up to the root', get('/latest/..'), ok(VERSIONS.join('\n'))],
    ['another case', get('/Latest/meta-data/'), missing()],
    ['another case within', get('/latest/Meta-Data/'), missing()],
    ['an address in the request line', get(`http://169.254.169.254${VALUE}`), ok(ID)],
    ['an empty token', get(VALUE, 'X-aws-ec2-metadata-token:'), UNAUTHORIZED],
    ['two tokens, the new one second', get(VALUE, withToken('OLD'), withToken('TOKEN')), ok(ID, { ttl: true })],
    ['two tokens, the new one first', get(VALUE, withToken('TOKEN'), withToken('OLD')), ok(ID, { ttl: true })],
    ['two tokens in one header', get(VALUE, 'X-aws-ec2-metadata-token: {OLD}, {TOKEN}'), ok(ID, { ttl: true })],
    ['two tokens, neither good', get(VALUE, withToken('OLD'), 'X-aws-ec2-metadata-token: x'), UNAUTHORIZED],
    ['403 before 401', get(VALUE, 'X-aws-ec2-metadata-token: x', FORWARDED), FORBIDDEN],
    ['401 before 404', get('/nothing', 'X-aws-ec2-metadata-token: x'), UNAUTHORIZED],
    ['401 before 405', ask('POST /nothing', 'X-aws-ec2-metadata-token: x'), UNAUTHORIZED],
    ['iam/security-credentials-extended', get('/latest/meta-data/iam/security-credentials-extended/'), missing()],
    ['fws/ is served', get('/latest/dynamic/fws/instance-monitoring'), ok('disabled')],
    ['Range', get(VALUE, 'Range: bytes=0-3'), ok(ID)],
    ['If-Modified-Since', get(VALUE, `If-Modified-Since: ${NOW}`), ok(ID)],
    ['Accept-Encoding', get(VALUE, 'Accept-Encoding: gzip'), ok(ID)],
    ['an older version', get('/2019-10-01/meta-data/placement/region'), missing()],
    ['a web page', get(VALUE, 'Origin: null'), FORBIDDEN],
    ['a request from a page', get(VALUE, 'Sec-Fetch-Site: cross-site'), FORBIDDEN],
    ['typed into a browser', get(VALUE, 'Sec-Fetch-Site: none'), ok(ID)],
    ['a foreign Host', get(VALUE, 'Host: a.example'), FORBIDDEN],
    ['no HTTP at all', 'nonsense\r\n\r\n', BAD],
    ['a method in small letters', `get ${VALUE} HTTP/1.1\r\n\r\n`, BAD],
  ]),
];

/** The same with tokens required (2.5 and 6). */
export const REQUIRED: Row[] = rows('2.5, required', [
  ['no token', get(VALUE), UNAUTHORIZED],
  ['no token, the versions', get('/'), UNAUTHORIZED],
  ['no token, nothing there', get('/nothing'), UNAUTHORIZED],
  ['no token, HEAD', ask(`HEAD ${VALUE}`), UNAUTHORIZED],
  ['no token, another method', ask(`POST ${VALUE}`), UNAUTHORIZED],
  ['no token, forwarded', get(VALUE, FORWARDED), UNAUTHORIZED],
  ['a token', get(VALUE, withToken('TOKEN')), ok(ID, { ttl: true })],
  ['a token, forwarded', get(VALUE, withToken('TOKEN'), FORWARDED), FORBIDDEN],
  ['an older token stays good', get(VALUE, withToken('NEW')), ok(ID, { ttl: true })],
  ['an expired token', get(VALUE, withToken('OLD')), UNAUTHORIZED],
  ['the token path itself', put(ttl(' 60')), token('60')],
  ['its methods', get('/latest/api/token'), PUT_ONLY],
  ['a malformed escape', get('/%zz'), BAD],
]);
