// New facts from old ones: what follows from a change, and which changes are refused.
import type * as z from 'zod';
import { done, failed, type Issue, type Result } from '../../result.ts';
import type { Draft } from '../catalog/entry.ts';
import { factIssues } from './consistency.ts';
import { type Facts, factsPatch } from './facts.ts';
import { zoneIdOf, zoneMovedTo } from './region.ts';

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
  const old = new Set(factIssues(current).map(({ message }) => message));
  const issues = factIssues(next).filter(({ message }) => !old.has(message));
  return issues.length > 0 ? refused(issues) : done(next);
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

/** A region moves the zone, a zone its id, and an instance type the architecture, unless these are given too. */
function withFollowing(current: Facts, patch: Patch): Patch {
  const region = patch.region ?? current.region;
  const moved = region === current.region ? undefined : zoneMovedTo(region, current.availabilityZone);
  const zone = patch.availabilityZone ?? moved ?? current.availabilityZone;
  const zoneId = zone === current.availabilityZone ? undefined : zoneIdOf(region, zone);
  return {
    ...patch,
    availabilityZone: zone,
    availabilityZoneId: patch.availabilityZoneId ?? zoneId ?? current.availabilityZoneId,
    architecture: patch.architecture ?? architectureOf(patch.instanceType ?? current.instanceType, current),
  };
}

/** Graviton types have a `g` after their generation; A1 was the first. */
const GRAVITON = /^(a1|[a-z]+\d+g[a-z]*)\./;

/** What an instance type runs on; unchanged while the type is. */
function architectureOf(instanceType: string, current: Facts): Facts['architecture'] {
  if (instanceType === current.instanceType) return current.architecture;
  if (GRAVITON.test(instanceType)) return 'arm64';
  return current.architecture === 'arm64' ? 'x86_64' : current.architecture;
}
