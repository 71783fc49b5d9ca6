// The server's time as this page knows it, and one tick a second for everything that counts.
import { create } from 'zustand';

const SECOND_MS = 1000;

type Clock = {
  /** What the server's clock is ahead of this page's, in milliseconds. */
  offset: number;
  /** The server's time at the last tick, in milliseconds since 1970. */
  now: number;
};

const useClock = create<Clock>()(() => ({ offset: 0, now: Date.now() }));

/** The server's time now, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + useClock.getState().offset;
}

/** The server's time, once a second. */
export function useNow(): number {
  return useClock((clock) => clock.now);
}

/** This page's own time, once a second. */
export function usePageNow(): number {
  return useClock((clock) => clock.now - clock.offset);
}

/**
 * Learns the offset from an answer that left the server at `serverTime`; the question left here at `sentAt`, the answer came
 * at `gotAt`. The way there and back is taken to be equally long, and small wobbles are left alone.
 */
export function offsetFrom(serverTime: number, sentAt: number, gotAt: number, known: number): number {
  const measured = serverTime - (sentAt + gotAt) / 2;
  return Math.abs(measured - known) <= Math.max(25, (gotAt - sentAt) / 2) ? known : measured;
}

export function learnOffset(serverTime: number, sentAt: number, gotAt: number): void {
  const offset = offsetFrom(serverTime, sentAt, gotAt, useClock.getState().offset);
  if (offset === useClock.getState().offset) return;
  useClock.setState({ offset, now: Date.now() + offset });
}

/** Hears of each second; returns how to stop listening. */
export function onSecond(listener: () => void): () => void {
  return useClock.subscribe((now, before) => now.now !== before.now && listener());
}

/** Takes it that it is at least that late where the server is, and shows it at once: an answer that speaks of a moment came after it. */
export function learnMoment(at: number): void {
  const { offset } = useClock.getState();
  const known = Math.max(offset, at - Date.now());
  useClock.setState({ offset: known, now: Date.now() + known });
}

/** Ticks just after each whole second of the server, so that every countdown changes together and at the right moment. */
export function startClock(): void {
  const tick = () => {
    useClock.setState({ now: serverNow() });
    setTimeout(tick, SECOND_MS - (serverNow() % SECOND_MS) + 5);
  };
  tick();
}
