// What a fact can be where AWS has a list: instance types, Regions and their zones.
import type { FactChoices } from '../contract/metadata.ts';
import { instanceTypes } from '../metadata/instance-types/types.ts';
import { regionNames, zonesOf } from '../metadata/regions/regions.ts';
import { AS_OF } from '../metadata/regions/table.ts';

/** Made anew at each call: few ask, and once. */
export function factChoices(): FactChoices {
  const regions = regionNames().map((name) => ({ name, zones: [...zonesOf(name)] }));
  return { asOf: AS_OF, instanceTypes: instanceTypes(), regions };
}
