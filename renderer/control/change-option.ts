// Changes one of the instance's metadata options.
import type { Options } from '../../app/world/options.ts';
import { choseOption, useOptions } from '../stores/options.ts';
import { act } from './control.ts';
import { pullOptions } from './pull-options.ts';
import { pullStatus } from './pull-status.ts';

/** Shows the choice at once; what the server refuses goes back to what it was, with its reason in a toast. */
export function changeOption<N extends keyof Options>(name: N, value: Options[N]): void {
  choseOption(name, value);
  void send({ [name]: value });
}

async function send(patch: Partial<Options>): Promise<void> {
  const options = await act('options.patch', patch);
  if (options === null) await pullOptions();
  else useOptions.setState({ options });
  await pullStatus();
}
