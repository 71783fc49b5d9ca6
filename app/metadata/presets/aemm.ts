// The preset `aemm`: an instance that answers as Amazon EC2 Metadata Mock does.
import type { Facts } from '../facts/facts.ts';
import type { Preset } from './preset.ts';
import { SPOT } from './spot.ts';

/** For those who look at it: what it answers comes from its settings. */
const SHOWN = {
  instanceId: 'i-1234567890abcdef0',
  instanceType: 'm4.xlarge',
  architecture: 'x86_64',
  system: 'xen-on-nitro',
  lifeCycle: 'on-demand',
  lifecycleState: 'InService',
} as const satisfies Partial<Facts>;

export const AEMM: Preset = {
  doc: 'Amazon EC2 Metadata Mock as it is without configuration: its paths, values, notices and errors.',
  facts: (createdAt) => ({ ...SPOT.facts(createdAt), ...SHOWN }),
  userData: null,
  options: SPOT.options,
  profile: 'aemm',
};
