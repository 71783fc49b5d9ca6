// For the tests: a runtime on a free port, with a clock that is moved by hand, and no control over HTTP.
import { contract, type Input, type OperationName, type Output } from '../app/contract/contract.ts';
import type { LogRow } from '../app/contract/traffic.ts';
import type { Failure } from '../app/result.ts';
import { type HandClock, handClock } from './clock.example.ts';
import { partsOf, rawAsk } from './imds/raw-ask.example.ts';
import { readSettings } from './read-settings.ts';
import { createRuntime, type Runtime, type RuntimeOptions } from './runtime.ts';

/** 2024-08-01T11:59:00Z */
export const START = Date.UTC(2024, 7, 1, 11, 59);

export type ExampleRuntime = {
  runtime: Runtime;
  clock: HandClock;
  /** Of the data plane. */
  port: () => number;
  /** Carries out an operation, and checks what it answers against the contract; what is refused is a mistake in the test. */
  did: <N extends OperationName>(name: N, input?: Input<N>) => Promise<Output<N>>;
  /** What a GET of a path below /latest/ is answered: the body, or the line of the status where that is not 200. */
  read: (path: string) => Promise<string>;
  /** The requests in the log, oldest first, without the lines about events. */
  rows: (input?: Input<'requests.list'>) => Promise<LogRow[]>;
  /** Asks for something that has to be refused. */
  refused: (name: OperationName, input?: unknown) => Promise<Failure>;
};

export function exampleRuntime(options: Partial<RuntimeOptions> = {}): ExampleRuntime {
  const clock = handClock(START);
  const control = { token: 't', socket: null, http: null, panelDir: null };
  const where = { host: null, port: 0 };
  const runtime = createRuntime({
    version: '0.0.0',
    preset: 'spot',
    where,
    control,
    clock,
    identityKeyBits: 1024,
    namesProcesses: false,
    readSettings,
    ...options,
  });
  const example: ExampleRuntime = {
    runtime,
    clock,
    port: () => runtime.status().listeners[0]?.port ?? 0,
    async did<N extends OperationName>(name: N, input?: Input<N>) {
      const result = await runtime.carry(name, input, 'panel');
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      // What fits the output of the name is of its type, which types can't follow through a union of names.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return contract[name].output.parse(result.data) as Output<N>;
    },
    async read(path) {
      const answer = await rawAsk(example.port(), [`GET /latest/${path} HTTP/1.1`, 'Connection: close']);
      const { status, body } = partsOf(answer);
      return status === 'HTTP/1.1 200 OK' ? body : status;
    },
    async rows(input = {}) {
      const { items } = await example.did('requests.list', input);
      return items.filter((item) => item.kind === 'request');
    },
    async refused(name, input) {
      const result = await runtime.carry(name, input, 'panel');
      if (result.ok) throw new Error(`${name} was carried out.`);
      return result.error;
    },
  };
  return example;
}

/** The same, listening. */
export async function startedRuntime(options: Partial<RuntimeOptions> = {}): Promise<ExampleRuntime> {
  const example = exampleRuntime(options);
  const started = await example.runtime.start();
  if (!started.ok) throw new Error(started.error.message);
  return example;
}
