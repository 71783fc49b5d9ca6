// An instance in short: what it says of itself, which is what its values say.
import type { InShort } from '../answer/dialect.ts';
import type { Instance } from '../world/world.ts';
import { asText } from './json.ts';
import { runOf } from './notices.ts';
import { shortPath } from './routes.ts';

/** From the values that are served, overrides included; empty where there is none. */
export function instanceInShort(instance: Instance): InShort {
  const { paths, values } = runOf(instance).settings.metadata;
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
