// Whether a command can do anything now: one that asks something of the server can't while nothing is heard of that.
import type { CommandId } from '../../app/commands.ts';
import { useConnection } from '../stores/connection.ts';

/** By the group that begins the id, or the whole of it. */
const ACTING =
  /^(spot|rebalance|maintenance|lifecycle|places|audience|events|tokens|credentials|options|presets?|world|server)\.|^log\.(clear|replay)$/;

export function useWorks(id: CommandId): boolean {
  return !useConnection((connection) => connection.gone && ACTING.test(id));
}
