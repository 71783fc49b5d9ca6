// The cell that holds the traffic. Its maps change in place, so that a request costs no copy; the revision says that they did.
import { emptyTraffic, type Traffic } from '../app/traffic/traffic.ts';

export type TrafficStore = {
  traffic: Traffic;
  revision: () => number;
  /** Says that the traffic changed. */
  touch: () => void;
};

export function createTrafficStore(tokenKey: Uint8Array): TrafficStore {
  let revision = 0;
  return {
    traffic: emptyTraffic(tokenKey),
    revision: () => revision,
    touch() {
      revision += 1;
    },
  };
}
