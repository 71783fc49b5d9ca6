// Operations on the credentials that an instance gives out: which sets there are, and the next ones now.
import type { Parsed } from '../../app/contract/contract.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import { rotated } from '../../app/metadata/rotation.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { credentialsView } from '../../app/views/credentials-view.ts';
import type { Instance } from '../../app/world/world.ts';
import { type Caller, type Context, edit, pick } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'history' | 'now' | 'traffic' | 'world'>;

export const credentialsHandlers = {
  'credentials.get': ({ context }: Caller<Used>, input: Parsed<'credentials.get'>) => {
    const picked = pick(context, input.instance);
    const rotating = picked.ok ? thatRotates(picked.data) : picked;
    return rotating.ok ? done(credentialsView(rotating.data, context.now())) : rotating;
  },
  'credentials.rotate': ({ context }: Caller<Used>, input: Parsed<'credentials.rotate'>) => {
    const now = context.now();
    const changed = edit(context, input.instance, 'rotated the credentials', (instance) => {
      const rotating = thatRotates(instance);
      return rotating.ok ? done({ instance: rotated(rotating.data, now) }) : rotating;
    });
    return changed.ok ? done(credentialsView(changed.data.instance, now)) : changed;
  },
};

const NEVER_ROTATED =
  'This instance answers as AEMM, whose credentials are those of its configuration for good; apply another preset first.';

function thatRotates(instance: Instance): Result<Instance> {
  return dialectOf(instance).editing === 'facts' ? done(instance) : failed('CONFLICT', NEVER_ROTATED);
}
