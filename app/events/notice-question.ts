// What a client's question about a notice comes to.
import type { Effect } from '../traffic/traffic.ts';
import type { Why } from '../answer/why.ts';

export type NoticeQuestion = {
  /** True when a notice stands that this client may not see. */
  hidden: boolean;
  /** The place that this client takes by reading, once the answer has left. */
  takes?: Effect;
  /** That it came too late for one, which holds whether or not the answer arrives. */
  late?: Effect;
  why?: Pick<Why, 'audience'>;
  /** The events of its group that stand. */
  events: readonly string[];
};

export const NO_NOTICE: NoticeQuestion = { hidden: false, events: [] };
