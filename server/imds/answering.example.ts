// For the tests: what the data plane needs, without a runtime around it.
import { presetInstance } from '../../app/metadata/presets/presets.ts';
import { createRespond } from '../../app/answer/respond.ts';
import { createIdentity } from '../identity/identity.ts';
import { nodeAbilities } from '../abilities.ts';
import { createRequestLog } from '../log/request-log.ts';
import { createTrafficStore } from '../traffic-store.ts';
import type { Answering } from './answering.ts';

/** 2024-08-01T11:59:00Z */
const NOW = Date.UTC(2024, 7, 1, 11, 59);

export function exampleAnswering(): Answering {
  const world = { version: 1 as const, instances: [presetInstance('spot', NOW)], routing: [] };
  const identity = createIdentity({ file: null, now: () => NOW, warn: () => undefined }, 1024);
  const admits = { allows: () => false, webPages: false };
  return {
    respond: createRespond({ ...nodeAbilities, sign: identity.sign }),
    world: () => world,
    traffic: createTrafficStore(new Uint8Array(32)),
    log: createRequestLog(),
    now: () => NOW,
    admits: () => admits,
    identity,
    probeSecret: 'of this test',
    changed: () => undefined,
    failed(error) {
      throw error;
    },
    warn: () => undefined,
  };
}
