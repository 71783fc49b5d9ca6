// Asks the server for the paths of the Metadata screen.
import { call } from '../../control/control.ts';
import { tookMetadata } from './metadata-store.ts';

let asked = 0;
let taken = 0;

/** What is shown afterwards is as of now or later: several may be under way, and an answer older than one that was taken is dropped. */
export async function pullMetadata(): Promise<void> {
  asked += 1;
  const mine = asked;
  const result = await call('metadata.list', {});
  if (!result.ok || mine < taken) return;
  taken = mine;
  tookMetadata(result.data.items);
}
