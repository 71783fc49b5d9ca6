// Has the world on disk: one write at a time, and what changes meanwhile shares the next one.
import { done, type Result } from '../../app/result.ts';
import type { World } from '../../app/world/world.ts';
import type { Save } from '../world-file.ts';

/** Answers once the world as it is now is on disk, or why it can't be. */
export type Keep = () => Promise<Result<void>>;

/** The world that there is at first is as its file has it. */
export function createKeeper(save: Save, world: () => World, warn: (text: string) => void): Keep {
  let onDisk = world();
  let running: Promise<Result<void>> | null = null;
  let waiting: Promise<Result<void>> | null = null;

  async function write(): Promise<Result<void>> {
    const saving = world();
    const saved = await save(saving, warn);
    running = null;
    if (saved.ok) onDisk = saving;
    return saved;
  }

  function keep(): Promise<Result<void>> {
    if (running === null) return world() === onDisk ? Promise.resolve(done(undefined)) : (running = write());
    waiting ??= running.then(() => {
      waiting = null;
      return keep();
    });
    return waiting;
  }

  return keep;
}
