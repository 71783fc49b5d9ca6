// What follows from an instance type.
import { expect, test } from 'vitest';
import { architectureOf, instanceTypes, systemOf, unknownFamily } from './types.ts';

test('the list has every type once, of the form that AWS writes, sizes in their order', () => {
  const types = instanceTypes();
  expect(new Set(types).size).toBe(types.length);
  expect(types.filter((type) => !/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(type))).toEqual([]);
  expect(types).toEqual(expect.arrayContaining(['m7g.large', 't2.micro', 'u-6tb1.metal', 'mac2-m2pro.metal']));
  const m7g = types.filter((type) => type.startsWith('m7g.'));
  expect(m7g.slice(0, 3)).toEqual(['m7g.medium', 'm7g.large', 'm7g.xlarge']);
});

test.each([
  ['m7g.large', 'x86_64', 'arm64', 'nitro'],
  ['a1.medium', 'x86_64', 'arm64', 'nitro'],
  ['x2gd.metal', 'x86_64', 'arm64', 'nitro'],
  ['g5g.xlarge', 'x86_64', 'arm64', 'nitro'],
  ['hpc7g.4xlarge', 'x86_64', 'arm64', 'nitro'],
  ['g4dn.xlarge', 'arm64', 'x86_64', 'nitro'],
  ['gr6.4xlarge', 'arm64', 'x86_64', 'nitro'],
  ['m7i-flex.large', 'arm64', 'x86_64', 'nitro'],
  ['p6-b200.48xlarge', 'arm64', 'x86_64', 'nitro'],
  ['p6e-gb200.36xlarge', 'x86_64', 'arm64', 'nitro'],
  ['u-6tb1.metal', 'arm64', 'x86_64', 'nitro'],
  ['mac1.metal', 'arm64', 'x86_64_mac', 'nitro'],
  ['mac2.metal', 'x86_64', 'arm64_mac', 'nitro'],
  ['mac-m3ultra.metal', 'x86_64', 'arm64_mac', 'nitro'],
  ['m7i.large', 'arm64_mac', 'x86_64', 'nitro'],
  ['m1.small', 'i386', 'i386', 'xen-on-nitro'],
  ['t2.micro', 'x86_64', 'x86_64', 'xen-on-nitro'],
  ['i3.large', 'x86_64', 'x86_64', 'xen-on-nitro'],
  ['i3.metal', 'x86_64', 'x86_64', 'nitro'],
  ['i3en.large', 'x86_64', 'x86_64', 'nitro'],
  ['p3dn.24xlarge', 'x86_64', 'x86_64', 'nitro'],
] as const)('%s, on one that was %s, is %s on %s', (type, before, architecture, system) => {
  expect(architectureOf(type, before)).toBe(architecture);
  expect(systemOf(type)).toBe(system);
});

test('a family is known in any size; an unknown one is refused, with the nearest where one is near', () => {
  expect(instanceTypes().flatMap(unknownFamily)).toEqual([]);
  expect(unknownFamily('m7g.9999xlarge')).toEqual([]);
  expect(unknownFamily('m7gg.large')[0]?.message).toContain('Did you mean m7g?');
  expect(unknownFamily('completely-else.large')).toEqual([
    {
      path: 'instanceType',
      message:
        'completely-else is no instance family by 2026-11. Use one such as m7g.large. A newer one is taken for this path alone with only.',
    },
  ]);
});
