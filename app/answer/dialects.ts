// The one place where an instance's profile is asked for.
import { AEMM } from '../aemm/dialect.ts';
import { EC2 } from '../ec2/dialect.ts';
import type { Instance } from '../world/world.ts';
import type { Dialect } from './dialect.ts';

const BY_PROFILE: Readonly<Record<Instance['profile'], Dialect>> = { ec2: EC2, aemm: AEMM };

export const DIALECTS: readonly Dialect[] = Object.values(BY_PROFILE);

/** How an instance answers. */
export function dialectOf({ profile }: Pick<Instance, 'profile'>): Dialect {
  return BY_PROFILE[profile];
}
