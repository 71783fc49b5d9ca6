// The command line for tests: words in, exit code and both outputs out.
import type { Terminal } from './output.ts';
import { runProgram } from './program.ts';

export async function runWords(...words: string[]): Promise<{ code: number; out: string; err: string[] }> {
  let out = '';
  const err: string[] = [];
  const terminal: Terminal = {
    write: async (data) => void (out += data.toString()),
    complain: (line) => void err.push(line),
    ask: null,
    stopped: async () => undefined,
  };
  return { code: await runProgram(words, terminal), out, err };
}
