// The telling end of a path.
import { expect, test } from 'vitest';
import { pathParts } from './path-parts.ts';

test.each([
  ['/latest/meta-data/spot/instance-action', '…/', 'spot/instance-action'],
  ['/latest/api/token', '…/api/', 'token'],
  ['/latest/dynamic/instance-identity/document', '…/', 'dynamic/instance-identity/document'],
  ['/2021-03-23/meta-data/mac', '/2021-03-23/…/', 'mac'],
  ['/latest/meta-data/', '…/', 'meta-data/'],
  ['//latest/meta-data/iam/security-credentials/', '…/', 'iam/security-credentials/'],
  ['//latest/api/token', '…/api/', 'token'],
  ['/latest//dynamic/', '…/', 'dynamic/'],
  ['//2021-03-23//meta-data//mac', '/2021-03-23/…/', 'mac'],
  ['/latest//', '', '/latest//'],
  ['/latest/', '', '/latest/'],
  ['/', '', '/'],
  ['/favicon.ico', '', '/favicon.ico'],
])('%s is %s%s', (target, dim, telling) => {
  expect(pathParts(target)).toEqual({ dim, telling });
});
