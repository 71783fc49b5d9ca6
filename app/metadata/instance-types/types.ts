// What follows from an instance type: its family, what it runs on, and what virtualizes it (imds.md 8).
import { nearest } from '../../nearest.ts';
import type { Issue } from '../../result.ts';
import type { ARCHITECTURES, SYSTEMS } from '../facts/words.ts';
import { FAMILIES_AND_SIZES, TYPES_AS_OF } from './table.ts';

type Architecture = (typeof ARCHITECTURES)[number];
type System = (typeof SYSTEMS)[number];

/** `m7g` of m7g.large. */
function familyOf(instanceType: string): string {
  return instanceType.slice(0, instanceType.indexOf('.'));
}

/** Every known family, in the order of the table. */
function families(): string[] {
  return FAMILIES_AND_SIZES.flatMap(([names]) => names.split(' '));
}

/** Every known instance type, families in alphabetical order, each in its sizes; made anew at each call. */
export function instanceTypes(): string[] {
  const sizesOf = FAMILIES_AND_SIZES.flatMap(([names, sizes]) => names.split(' ').map((family) => ({ family, sizes })));
  return sizesOf
    .sort((a, b) => a.family.localeCompare(b.family, 'en', { numeric: true }))
    .flatMap(({ family, sizes }) => sizes.split(' ').map((size) => `${family}.${size}`));
}

/** Types whose family AWS had not; whether the family has that size is not asked. */
export function unknownFamily(instanceType: string): Issue[] {
  const family = familyOf(instanceType);
  const known = families();
  if (known.includes(family)) return [];
  const near = nearest(family, known);
  const meant = near === null ? ' Use one such as m7g.large.' : ` Did you mean ${near}?`;
  const message = `${family} is no instance family by ${TYPES_AS_OF}.${meant} A newer one is taken for this path alone with only.`;
  return [{ path: 'instanceType', message }];
}

/** Graviton families have a `g` after their generation; A1 was the first, and Grace is beside the GPUs of P6e-GB200. */
const ARM = /^(a1|[a-z]+\d+g[a-z]*|p6e-gb\d+)$/;
const FIRST_MAC = 'mac1';

/** What a type runs on: `i386` only where the instance was so and still can be. */
export function architectureOf(instanceType: string, current: Architecture): Architecture {
  const family = familyOf(instanceType);
  if (family.startsWith('mac')) return family === FIRST_MAC ? 'x86_64_mac' : 'arm64_mac';
  if (ARM.test(family)) return 'arm64';
  return current === 'i386' ? 'i386' : 'x86_64';
}

/** Families that were made for Xen, as AWS's page "Instances built on the AWS Nitro System" lists them; by now Nitro carries them. */
const XEN = new Set(
  'c1 c3 c4 cc1 cc2 cg1 cr1 d2 f1 g2 g3 g3s h1 hi1 hs1 i2 i3 m1 m2 m3 m4 p2 p3 r3 r4 t1 t2 x1 x1e'.split(' '),
);
const ON_NITRO = new Set(['i3.metal']);

/** What virtualizes a type today; none is on `xen` itself any more, so that is only ever said. */
export function systemOf(instanceType: string): System {
  return XEN.has(familyOf(instanceType)) && !ON_NITRO.has(instanceType) ? 'xen-on-nitro' : 'nitro';
}
