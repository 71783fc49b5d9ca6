// Who may use the control plane over TCP: nobody's web page, and only with the token (design.md 4).
import type { IncomingMessage } from 'node:http';
import { type AllowsName, nameIn } from '../../app/allowed-hosts.ts';
import { failed, type Failure } from '../../app/result.ts';
import { hasTwoHosts } from '../two-hosts.ts';
import type { ControlToken } from './token.ts';

/** Why a request is refused; null when it may pass. */
export type Refusal = Failure | null;

export type Guard = {
  /** For everything on TCP: the Host, the Origin, and what the browser says of the page that asks. */
  stranger: (request: IncomingMessage) => Refusal;
  /** For every operation on TCP. */
  withoutToken: (request: IncomingMessage) => Refusal;
};

/** `allows` lets names in that somebody allowed, with any port: what is in front of this one may have another. */
export function createGuard(token: ControlToken, allows: AllowsName): Guard {
  return {
    stranger: (request) =>
      twoHosts(request) ?? foreignHost(request, allows) ?? foreignSite(request) ?? foreignOrigin(request),
    withoutToken: (request) => (hasToken(request, token) ? null : UNAUTHORIZED),
  };
}

const UNAUTHORIZED = failed(
  'UNAUTHORIZED',
  'The bearer token is missing or wrong; send "Authorization: Bearer" with the token in the address that Metadeck printed.',
).error;

/** On the socket the file's permissions decide; yet a page has no business there. */
export function refuseOrigin(request: IncomingMessage): Refusal {
  if (request.headers.origin === undefined) return null;
  return failed('FORBIDDEN', 'No web page may use the control socket; send no Origin.').error;
}

function twoHosts({ rawHeaders }: IncomingMessage): Refusal {
  return hasTwoHosts(rawHeaders)
    ? failed('INVALID_INPUT', 'The request has more than one Host; send one.').error
    : null;
}

function foreignHost(request: IncomingMessage, allows: AllowsName): Refusal {
  const hosts = ownHosts(request.socket.localPort);
  const host = hostOf(request);
  if (hosts.includes(host) || allows(nameIn(host))) return null;
  return failed('FORBIDDEN', `This Host is not allowed; use one of ${hosts.join(', ')}, or allow it (allowedHosts).`)
    .error;
}

function ownHosts(port: number | undefined): string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  const hosts = names.map((name) => `${name}:${port}`);
  return port === 80 ? [...hosts, ...names] : hosts;
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').toLowerCase();
}

const OWN_SITES: readonly unknown[] = [undefined, 'same-origin', 'none'];

function foreignSite(request: IncomingMessage): Refusal {
  if (OWN_SITES.includes(request.headers['sec-fetch-site'])) return null;
  return failed('FORBIDDEN', 'Another web page may not use this; open the address that Metadeck printed.').error;
}

function foreignOrigin(request: IncomingMessage): Refusal {
  const { origin } = request.headers;
  if (origin === undefined || origin === `http://${hostOf(request)}`) return null;
  return failed('FORBIDDEN', 'This Origin is not allowed; open the address that Metadeck printed.').error;
}

function hasToken(request: IncomingMessage, token: ControlToken): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return given !== undefined && token.matches(given);
}
