// The ids of the events that settings ask for, by which they are told from those that somebody fired.

export const CONFIGURED_IDS = {
  'spot-interruption': 'aemm-spot',
  'rebalance-recommendation': 'aemm-rebalance',
  maintenance: 'aemm-maintenance',
  lifecycle: 'aemm-lifecycle',
} as const;

const ALL: ReadonlySet<string> = new Set(Object.values(CONFIGURED_IDS));

/** True for an event that settings asked for, not somebody who fired it. */
export function isConfigured({ id }: { id: string }): boolean {
  return ALL.has(id);
}
