// For the tests: what may happen to a service, a step each. What is refused changes nothing, and is no mistake here.
import type { ExampleService } from './service.example.ts';
import type { Audience } from './events/audience.ts';
import { skipBy } from './events/finish.ts';
import {
  type Fired,
  type Firing,
  interrupt,
  recommendRebalance,
  scheduleMaintenance,
  setLifecycle,
} from './events/fire.ts';
import { setOverride } from './metadata/edit.ts';
import { pathProblem } from './metadata/override-rules.ts';
import type { Override } from './metadata/overrides.ts';
import type { Event } from './events/schema.ts';
import type { Instance } from './world/world.ts';

export type Step = (service: ExampleService) => void;

type Input<Start extends (instance: Instance, input: never, firing: Firing) => Fired> = Parameters<Start>[1];

function firing(start: (instance: Instance, firing: Firing) => Fired): Step {
  return (service) => {
    try {
      service.fire(start);
    } catch {
      // Refused, such as a second interruption.
    }
  };
}

export function interruptStep(input: Input<typeof interrupt>): Step {
  return firing((instance, by) => interrupt(instance, input, by));
}

export function rebalanceStep(inSeconds: number): Step {
  return firing((instance, by) => recommendRebalance(instance, { inSeconds }, by));
}

export function maintenanceStep(input: Input<typeof scheduleMaintenance>): Step {
  return firing((instance, by) => scheduleMaintenance(instance, input, by));
}

export function lifecycleStep(inSeconds: number): Step {
  return firing((instance, by) => setLifecycle(instance, { state: 'Standby', inSeconds }, by));
}

export function endStep(kind: Event['kind'], how: 'cancelled' | 'completed'): Step {
  return (service) => service.end(kind, how);
}

export function skipStep(seconds: number): Step {
  return (service) => service.change((instance) => skipBy(instance, seconds * 1000, service.now));
}

export function waitStep(ms: number): Step {
  return (service) => {
    service.now += ms;
  };
}

export function askStep(client: string, path: string): Step {
  return (service) => void service.get(path, { client });
}

export function audienceStep(audience: Audience): Step {
  return (service) => service.change((instance) => ({ ...instance, audience }));
}

/** Through the edit, which refuses what can't be; or straight into the world, as long as the path is one. */
export function overrideStep(path: string, override: Override, straight: boolean): Step {
  return (service) =>
    service.change((instance) => {
      if (straight && pathProblem(path) === undefined) {
        return { ...instance, overrides: { ...instance.overrides, [path]: override } };
      }
      const set = setOverride(instance, path, override);
      return set.ok ? set.data : instance;
    });
}

/** Facts that name things, and user data. */
export function factsStep(keyName: string, userData: string, inGroup: boolean): Step {
  return (service) =>
    service.change(({ facts, ...instance }) => {
      const keyPair = facts.keyPair && { ...facts.keyPair, name: keyName };
      return { ...instance, userData, facts: { ...facts, keyPair, lifecycleState: inGroup ? 'InService' : null } };
    });
}
