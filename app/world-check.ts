// What the schema of a world can't see: facts that contradict each other, overrides that can't be.
import { factIssues } from './metadata/consistency.ts';
import { overrideProblem, pathProblem } from './metadata/override-rules.ts';
import type { Issue } from './result.ts';
import type { Instance, World } from './world.ts';

/** Every contradiction, with where it is. */
export function worldIssues(world: World): Issue[] {
  return world.instances.flatMap((instance, i) => [
    ...factIssues(instance.facts).map(({ path, message }) => ({ path: `instances.${i}.facts.${path}`, message })),
    ...overrideIssues(instance).map(({ path, message }) => ({ path: `instances.${i}.overrides.${path}`, message })),
  ]);
}

function overrideIssues({ overrides }: Instance): Issue[] {
  return Object.entries(overrides).flatMap(([path, override]) => {
    const { [path]: _, ...others } = overrides;
    const message = pathProblem(path) ?? overrideProblem(others, path, override);
    return message === undefined ? [] : [{ path, message }];
  });
}
