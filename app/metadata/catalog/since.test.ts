// Which categories a version has.
import { expect, test } from 'vitest';
import { isInVersion } from './since.ts';

const MACS = 'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11';

test.each([
  ['meta-data/ami-id', '1.0', true],
  ['meta-data/placement/region', '2019-10-01', false],
  ['meta-data/placement/region', '2020-10-27', true],
  ['meta-data/system', 'latest', true],
  ['meta-data/mine', '1.0', true],
  ['meta-data/iam/mine', '2011-05-01', false],
  ['meta-data/iam/mine', '2012-01-12', true],
  [`${MACS}/local-hostname`, '2009-04-04', false],
  [`${MACS}/local-hostname`, '2011-01-01', true],
  [`${MACS}/ipv6s`, '2011-01-01', false],
  [`${MACS}/ipv4-prefix`, '2009-04-04', false],
  [`${MACS}/mine`, '2009-04-04', false],
  ['meta-data/network', '2009-04-04', false],
  ['meta-data/networks', '2009-04-04', true],
])('%s in %s: %s', (path, version, expected) => {
  expect(isInVersion(path, version)).toBe(expected);
});
