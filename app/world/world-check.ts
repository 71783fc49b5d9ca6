// A world from outside: its schema, and what the schema can't see: facts that contradict each other, overrides that can't be.
import { dialectOf } from '../answer/dialects.ts';
import { readInput } from '../contract/issues.ts';
import { factIssues } from '../metadata/facts/consistency.ts';
import { overrideProblem, pathProblem } from '../metadata/override-rules.ts';
import { done, failed, type Issue, type Result } from '../result.ts';
import { aloneProblem } from './alone.ts';
import { type Instance, type World, world } from './world.ts';

/** A world out of anything, or everything that is wrong with it. */
export function readWorld(value: unknown): Result<World> {
  const read = readInput(world, value);
  return read.ok ? checkWorld(read.data) : read;
}

/** The world, unless something in it contradicts something else. */
function checkWorld(given: World): Result<World> {
  const issues = worldIssues(given);
  const [first] = issues;
  return first
    ? failed('INVALID_INPUT', `The world contradicts itself at ${first.path}: ${first.message}`, issues)
    : done(given);
}

function worldIssues({ instances }: World): Issue[] {
  return instances.flatMap((instance, i) => [
    ...aloneIssues(instances, i),
    ...dialectOf(instance)
      .problems(instance)
      .map((message) => ({ path: `instances.${i}.aemm`, message })),
    ...factIssues(instance.facts).map(({ path, message }) => ({ path: `instances.${i}.facts.${path}`, message })),
    ...overrideIssues(instance).map(({ path, message }) => ({ path: `instances.${i}.overrides.${path}`, message })),
  ]);
}

/** Of two that can't both be there, the later one is to change. */
function aloneIssues(instances: readonly Instance[], i: number): Issue[] {
  const instance = instances[i];
  const message = instance && aloneProblem(instances.slice(0, i), instance);
  return message === undefined ? [] : [{ path: `instances.${i}.profile`, message }];
}

function overrideIssues(instance: Instance): Issue[] {
  const { overrides } = instance;
  const { editing } = dialectOf(instance);
  return Object.entries(overrides).flatMap(([path, override]) => {
    const { [path]: _, ...others } = overrides;
    const message = pathProblem(path) ?? overrideProblem(others, path, override, editing);
    return message === undefined ? [] : [{ path, message }];
  });
}
