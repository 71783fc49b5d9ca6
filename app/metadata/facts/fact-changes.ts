// New facts from old ones: what follows from a change, and which changes are refused.
import type * as z from 'zod';
import { done, failed, type Issue, type Result } from '../../result.ts';
import type { Draft } from '../catalog/entry.ts';
import { architectureOf, systemOf, unknownFamily } from '../instance-types/types.ts';
import { unknownPlacement } from '../regions/placement.ts';
import { zoneIdOf, zoneMovedTo } from '../regions/regions.ts';
import { factIssues } from './consistency.ts';
import { type Facts, factsPatch } from './facts.ts';

type Patch = z.infer<typeof factsPatch>;

/**
 * The facts with these changed, and what follows from them. Refused with `INVALID_INPUT` when a value breaks its own rule or
 * contradicts another fact; a contradiction that was there before is no reason. The same object when nothing changes.
 */
export function changedFacts(current: Facts, draft: Draft): Result<Facts> {
  const parsed = factsPatch.safeParse(draft);
  if (!parsed.success) return refused(parsed.error.issues.map(issueOf));
  const next = withPatch(current, withFollowing(current, parsed.data));
  if (JSON.stringify(next) === JSON.stringify(current)) return done(current);
  const issues = newIssues(current, next, parsed.data);
  return issues.length > 0 ? refused(issues) : done(next);
}

/** What a change brings along: contradictions that were not there, else what AWS has not. */
function newIssues(current: Facts, next: Facts, patch: Patch): Issue[] {
  const old = new Set(factIssues(current).map(({ message }) => message));
  const contradictory = factIssues(next).filter(({ message }) => !old.has(message));
  if (contradictory.length > 0) return contradictory;
  const isTogether = patch.availabilityZone !== undefined && patch.availabilityZoneId !== undefined;
  return [
    ...unknownPlacement(current, next, isTogether),
    ...(next.instanceType === current.instanceType ? [] : unknownFamily(next.instanceType)),
  ];
}

function refused(issues: Issue[]): Result<never> {
  return failed('INVALID_INPUT', issues[0]?.message ?? 'That is not allowed.', issues);
}

function issueOf(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.map(String).join('.');
  const inner = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return { path, message: inner ?? issue.message };
}

function withPatch(current: Facts, patch: Patch): Facts {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.assign({ ...current }, Object.fromEntries(given));
}

/** A region moves the zone, a zone its id, and an instance type architecture and system, unless these are given too. */
function withFollowing(current: Facts, patch: Patch): Patch {
  return { ...patch, ...placementAfter(current, patch), ...machineAfter(current, patch) };
}

function placementAfter(current: Facts, patch: Patch) {
  const region = patch.region ?? current.region;
  const moved = region === current.region ? undefined : zoneMovedTo(region, current.availabilityZone);
  const zone = patch.availabilityZone ?? moved ?? current.availabilityZone;
  const zoneId = zone === current.availabilityZone ? undefined : zoneIdOf(region, zone);
  return {
    availabilityZone: zone,
    availabilityZoneId: patch.availabilityZoneId ?? zoneId ?? current.availabilityZoneId,
  };
}

function machineAfter(current: Facts, patch: Patch) {
  const { instanceType = current.instanceType } = patch;
  const isSame = instanceType === current.instanceType;
  return {
    architecture:
      patch.architecture ?? (isSame ? current.architecture : architectureOf(instanceType, current.architecture)),
    system: patch.system ?? (isSame ? current.system : systemOf(instanceType)),
  };
}
