// Tries a draft on the server while somebody is typing: what it would change, or why it would be refused.
import { useEffect, useRef } from 'react';
import { useWorld } from '../../stores/world.ts';

type Ways<Trial> = { ask: (text: string, only: boolean) => Promise<Trial>; take: (trial: Trial) => void };

/** How long nothing must have been typed. */
const PAUSE_MS = 250;

/** Asks about a draft once it stands for a moment, and again when the world has changed; only the newest answer is taken. */
export function useTrial<Trial>(draft: string | null, only: boolean, ways: Ways<Trial>): void {
  const latest = useRef(ways);
  useEffect(() => {
    latest.current = ways;
  });
  useEffect(() => {
    if (draft === null) return;
    let asked = 0;
    const ask = async () => {
      asked += 1;
      const mine = asked;
      const trial = await latest.current.ask(draft, only);
      if (mine === asked) latest.current.take(trial);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    const unsubscribe = useWorld.subscribe((now, before) => {
      if (now.revision !== before.revision) void ask();
    });
    return () => {
      asked += 1;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [draft, only]);
}
