// The facts of an instance that answers as AEMM: for those who look at it. What it answers comes from AEMM's settings.
import type { Facts } from '../metadata/facts/facts.ts';

export const AEMM_FACTS = {
  instanceId: 'i-1234567890abcdef0',
  instanceType: 'm4.xlarge',
  architecture: 'x86_64',
  lifeCycle: 'on-demand',
  lifecycleState: 'InService',
} as const satisfies Partial<Facts>;
