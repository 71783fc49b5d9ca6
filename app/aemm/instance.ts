// An instance that answers as AEMM does: the profile, who gets notices, and the notices that its settings ask for.
import type { AudienceRule } from '../events/schema.ts';
import { MAX_PLACES } from '../events/kinds.ts';
import type { Instance } from '../world/world.ts';
import { configuredEvents } from './events.ts';
import type { AemmSettings } from './settings.ts';

/** The instance, answering as AEMM with these settings that was started at that moment. */
export function asAemm(instance: Instance, settings: AemmSettings, startedAt: number): Instance {
  const rule = audienceOf(settings['mock-ip-count']);
  const httpTokens = settings.imdsv2 ? 'required' : 'optional';
  return {
    ...instance,
    profile: 'aemm',
    aemm: { settings, startedAt },
    userData: null,
    // AEMM answers on every address that it listens on.
    options: { ...instance.options, httpTokens, httpProtocolIpv6: 'enabled' },
    audience: { spot: rule, maintenance: rule, lifecycle: rule },
    events: configuredEvents(settings, startedAt),
  };
}

/** Below 0 everyone, at 0 nobody, else the first so many. More than can be counted are everyone. */
function audienceOf(count: number): AudienceRule {
  if (count === 0) return { kind: 'nobody' };
  return count < 0 || count > MAX_PLACES ? { kind: 'everyone' } : { kind: 'first', count };
}
