// Acts one after another, in the order in which they were asked for.

export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** A queue of its own: each act begins when the one before it has ended, well or not. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act, act);
    last = turn;
    return turn;
  };
}
