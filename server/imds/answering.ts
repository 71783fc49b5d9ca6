// What the data plane needs from the rest of the server to answer a request and to record that it did.
import type { Admits } from '../../app/ec2/host-rule.ts';
import { closedTo } from '../../app/ec2/option-rules.ts';
import type { Request } from '../../app/answer/request.ts';
import type { Respond } from '../../app/answer/respond.ts';
import type { Why } from '../../app/answer/why.ts';
import type { Instance, World } from '../../app/world/world.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import type { Page } from '../../app/answer/page.ts';
import type { Identity } from '../identity/identity.ts';
import type { RequestLog } from '../log/request-log.ts';
import type { TrafficStore } from '../traffic-store.ts';

export type Answering = {
  respond: Respond;
  world: () => World;
  traffic: TrafficStore;
  log: RequestLog;
  now: () => number;
  admits: () => Admits;
  /** The key behind signatures: who asks for one waits until it is there. */
  identity: Pick<Identity, 'isReady' | 'ready'>;
  /** Marks requests of Metadeck's own. */
  probeSecret: string;
  /** Rings the bell. */
  changed: () => void;
  /** Tells of a throw that should not have been. */
  failed: (error: unknown) => void;
  /** Says one sentence to whoever looks at the status. */
  warn: (text: string) => void;
};

type Verdict = { page: Page | null; why: Why };

/** What is answered to a request that is not even looked at, unless the metadata options have closed the endpoint (imds.md 2.8). */
export function unlessClosed(instance: Instance, request: Request, usual: Verdict): Verdict {
  const closed = closedTo(request, instance);
  if (!closed) return usual;
  return { page: usual.page && closed.how === 'refused' ? dialectOf(instance).closed : null, why: closed.why };
}
