// What the presets said in version 2 of the saved form, where they say something else by now: its files leave it out.
import type { Facts } from '../metadata/facts/facts.ts';
import type { PresetName } from '../metadata/presets/names.ts';
import { presetInstance } from '../metadata/presets/presets.ts';
import type { Instance } from './world.ts';

const FACTS: Partial<Record<PresetName, Partial<Facts>>> = {
  'eks-node': { availabilityZoneId: 'usw2-az6' },
  windows: { availabilityZoneId: 'euw1-az4', billingProducts: null },
  'ipv6-only': { availabilityZoneId: 'euc1-az4' },
  aemm: { system: 'nitro' },
};

/** Notices went to the first two that asked. */
const FIRST_TWO = { kind: 'first', count: 2 } as const;
const AUDIENCE: Instance['audience'] = { spot: FIRST_TWO, maintenance: FIRST_TWO, lifecycle: FIRST_TWO };

/** A new instance of a preset made at a moment (milliseconds), as version 2 had it. */
export function usualOfVersion2(preset: PresetName, createdAt: number): Instance {
  const made = presetInstance(preset, createdAt);
  return { ...made, facts: { ...made.facts, ...FACTS[preset] }, audience: AUDIENCE };
}
