// A client for tests.
import type { ClientView } from '../../app/contract/traffic.ts';

const SEES = { sees: true, reason: 'every client does', byPlaces: false };
const AT = '2026-11-22T14:05:00.000Z';

export function exampleClient(given: Partial<ClientView>): ClientView {
  return {
    instance: 'web-1',
    address: '10.0.0.7',
    label: null,
    agent: '',
    firstSeen: AT,
    lastSeen: AT,
    requests: 1,
    v1Share: 0,
    lastTarget: '/latest/',
    places: [],
    hops: 1,
    hopsGiven: false,
    sees: { spot: SEES, maintenance: SEES, lifecycle: SEES },
    polls: [],
    notice: null,
    credentials: [],
    diagnosis: '',
    ...given,
  };
}
