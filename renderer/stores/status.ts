// What the server said about itself last.
import { create } from 'zustand';
import type { Status } from '../../app/contract/server.ts';
import { learnOffset } from './clock.ts';
import { forgetRows } from './log/log.ts';

type StatusStore = {
  /** Null until the first answer. */
  status: Status | null;
  /** Warnings that were put away, by their time and text. */
  dismissed: ReadonlySet<string>;
};

export const useStatus = create<StatusStore>()(() => ({ status: null, dismissed: new Set() }));

/** Takes a status, however it came; it was asked for at `sentAt`, in milliseconds of this page. */
export function tookStatus(status: Status, sentAt: number): void {
  learnOffset(Date.parse(status.now), sentAt, Date.now());
  useStatus.setState({ status });
  forgetRows(status.counts.first - 1);
}

export function warningKey(warning: Status['warnings'][number]): string {
  return `${warning.at} ${warning.text}`;
}

export function dismissWarnings(keys: string[]): void {
  useStatus.setState(({ dismissed }) => ({ dismissed: new Set([...dismissed, ...keys]) }));
}
