// For the tests: commands and a run in one process, over control by TCP, with a note of each operation that is asked for.
import type { OperationName } from '../../app/contract/contract.ts';
import { systemClock } from '../../server/clock.ts';
import { createControl } from '../../server/control/control.ts';
import { type ExampleRuntime, startedRuntime } from '../../server/runtime.example.ts';
import type { RuntimeOptions } from '../../server/runtime.ts';
import { runWords } from './run-words.example.ts';

const TOKEN = 'of-the-tests';

export type InProcess = ExampleRuntime & {
  /** Runs a command against it. */
  run: (...words: string[]) => ReturnType<typeof runWords>;
  /** The operations that commands have asked for so far, in their order. */
  asked: OperationName[];
  /** Such as `http://127.0.0.1:1338`. */
  endpoint: string;
  stop: () => Promise<void>;
};

export async function startedInProcess(options: Partial<RuntimeOptions> = {}): Promise<InProcess> {
  const example = await startedRuntime({ clock: systemClock(), ...options });
  const asked: OperationName[] = [];
  const noting: typeof example.runtime.carry = (name, input, by) => {
    // Routes are made from the contract's own names.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    asked.push(name as OperationName);
    return example.runtime.carry(name, input, by);
  };
  const control = createControl({ ...example.runtime, carry: noting }, { token: TOKEN, panelDir: null });
  const opened = await control.listenHttp({ port: 0, asked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  return {
    ...example,
    asked,
    endpoint: `http://127.0.0.1:${example.port()}`,
    run: (...words) => {
      process.env['METADECK_TOKEN'] = TOKEN;
      return runWords(...words, '--control', `http://127.0.0.1:${opened.data.port}`);
    },
    async stop() {
      await control.close();
      await example.runtime.stop();
    },
  };
}
