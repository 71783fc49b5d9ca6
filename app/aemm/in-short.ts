// An instance in short: what it says of itself, which with AEMM is what its values say.
import type { Instance } from '../world/world.ts';
import { asText } from './json.ts';
import { shortPath } from './routes.ts';

type InShort = { instanceId: string; instanceType: string; availabilityZone: string; lifeCycle: string };

/** From the facts, or from the values that AEMM serves, overrides included; empty where there is none. */
export function instanceInShort(instance: Instance): InShort {
  const { instanceId, instanceType, availabilityZone, lifeCycle } = instance.facts;
  if (!instance.aemm) return { instanceId, instanceType, availabilityZone, lifeCycle };
  const { paths, values } = instance.aemm.settings.metadata;
  const said = (key: string) => {
    const override = instance.overrides[shortPath(paths[key] ?? '')];
    if (override) return 'value' in override ? override.value : '';
    return asText(values[key] ?? '');
  };
  return {
    instanceId: said('instance-id'),
    instanceType: said('instance-type'),
    availabilityZone: said('placement-availability-zone'),
    lifeCycle: said('instance-life-cycle'),
  };
}
