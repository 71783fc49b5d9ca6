// The terms that a request alone decides, before it is answered.
import { type RequestSubject, TOKEN_STATES } from './subject.ts';
import { contains, oneOfThese, type TermKind, type Values } from './term-kind.ts';

type RequestTerm = 'path' | 'method' | 'client' | 'instance' | 'version' | 'token' | 'agent';

/** Those that can come in: what a server's parser does not know has no method in the log. */
const METHODS = (
  'GET HEAD PUT POST DELETE PATCH OPTIONS TRACE CONNECT ACL BIND CHECKOUT COPY LINK LOCK M-SEARCH MERGE MKACTIVITY ' +
  'MKCALENDAR MKCOL MOVE NOTIFY PROPFIND PROPPATCH PURGE QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE UNBIND UNLINK ' +
  'UNLOCK UNSUBSCRIBE'
).split(' ');

const TOKENS = ['missing', ...TOKEN_STATES];

const CLIENTS: Values = {
  called: 'client',
  words: 'a client is an address, the beginning of one, or panel',
  near: ['panel'],
  has: (value) => value === 'panel' || /^[\da-f.:]+(?:%[\w.-]*)?$/.test(value),
};

export const REQUEST_TERMS: Record<RequestTerm, TermKind<RequestSubject>> = {
  path: {
    at: 'request',
    note: 'part of the path',
    is: 'the path contains',
    isNot: 'the path does not contain',
    test: (value) => (subject) => contains(subject.target, value),
  },
  method: {
    at: 'request',
    note: 'GET, PUT',
    is: 'the method is',
    isNot: 'the method is not',
    said: (value) => value.toUpperCase(),
    values: oneOfThese('method', 'a method is GET, PUT or another of HTTP', METHODS),
    test: (value) => (subject) => subject.method.toLowerCase() === value,
  },
  client: {
    at: 'request',
    note: 'an address, or its beginning',
    is: 'the client is',
    isNot: 'the client is not',
    values: CLIENTS,
    test: (value) => (subject) => isClient(subject, value),
  },
  instance: {
    at: 'request',
    note: 'the name of the instance asked',
    is: 'the instance is',
    isNot: 'the instance is not',
    test: (value) => (subject) => subject.instance.toLowerCase() === value,
    testLine: (value) => (line) => line.instance.toLowerCase() === value,
  },
  version: {
    at: 'request',
    note: 'v1 or v2',
    is: 'the version is',
    isNot: 'the version is not',
    values: oneOfThese('version', 'a version is v1 or v2', ['v1', 'v2']),
    test: (value) => (subject) => subject.version === value,
  },
  token: {
    at: 'request',
    note: 'missing, valid, expired',
    is: 'the token is',
    isNot: 'the token is not',
    values: oneOfThese('token', 'a token is missing, valid, expired, revoked, invalid or issued', TOKENS),
    offered: ['missing'],
    test: (value) => (subject) => (value === 'missing' ? subject.token === 'none' : subject.token === value),
  },
  agent: {
    at: 'request',
    note: 'part of the user agent',
    is: 'the user agent contains',
    isNot: 'the user agent does not contain',
    test: (value) => (subject) => contains(subject.userAgent, value),
  },
};

/** An address, or the beginning of one up to a dot or colon: 10.0.0.4 is not 10.0.0.40. */
function isClient({ client, panel }: RequestSubject, value: string): boolean {
  if (panel && value === 'panel') return true;
  const address = client.toLowerCase();
  if (!address.startsWith(value)) return false;
  const next = address.charAt(value.length);
  return next === '' || '.:'.includes(next) || '.:'.includes(value.charAt(value.length - 1));
}
