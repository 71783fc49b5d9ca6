// What the fields of the Settings screen refuse, and in what words.
import { expect, test } from 'vitest';
import { addressProblem, keptRequestsProblem, portProblem, typedHostsProblem } from './checks.ts';

test.each(['0', '1338', '65535'])('port %s is fine', (typed) => {
  expect(portProblem(typed)).toBeNull();
});

test.each(['', '-1', '65536', '80.5', '1e3', 'http'])('port %j is refused', (typed) => {
  expect(portProblem(typed)).toContain('0 to 65535');
});

test.each(['100', '10000', '50000'])('%s requests can be kept', (typed) => {
  expect(keptRequestsProblem(typed)).toBeNull();
});

test.each(['', '99', '50001', '1e3', '500.5', '10,000', 'all'])('%j requests can not be kept', (typed) => {
  expect(keptRequestsProblem(typed)).toContain('100 to 50000');
});

test('the host that is none is named', () => {
  expect(typedHostsProblem('a.example, http://b')).toContain('http://b is no host name');
  expect(typedHostsProblem('a.example, b *.orb.local')).toBeNull();
});

test.each(['', '127.0.0.1', '::', 'fe80::1%eth0', 'localhost'])('address %j is fine', (typed) => {
  expect(addressProblem(typed)).toBeNull();
});

test.each(['a b', 'http://x', '<script>'])('address %j is refused', (typed) => {
  expect(addressProblem(typed)).toContain('An address is needed');
});
