// The ids of the events that settings ask for.

export const CONFIGURED_IDS = {
  'spot-interruption': 'aemm-spot',
  'rebalance-recommendation': 'aemm-rebalance',
  maintenance: 'aemm-maintenance',
  lifecycle: 'aemm-lifecycle',
} as const;
