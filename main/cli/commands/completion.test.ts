// The scripts that complete `metadeck` in a shell; bash is asked itself.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { SHELLS } from '../../mock/completion-scripts.ts';
import { runWords } from '../run-words.example.ts';

test.each(SHELLS)('%s knows commands, those of groups, flags and their values', async (shell) => {
  const { code, out, err } = await runWords('completion', shell);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  for (const word of [
    'interrupt',
    'audience',
    'everyone',
    'rebalance-before',
    'hibernate',
    'eks-node',
    'instance-stop',
  ])
    expect(out).toContain(word);
  expect(out).not.toMatch(/undefined|\[object/);
});

const ASKED = `try() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); COMPREPLY=(); _metadeck; echo "\${COMPREPLY[*]}"; }`;

test.skipIf(process.platform === 'win32').each([
  ['metadeck in', 'interrupt'],
  ['metadeck interrupt --ac', '--action'],
  ['metadeck interrupt --action ""', 'terminate stop hibernate'],
  ['metadeck audience ev', 'everyone'],
  ['metadeck --json new --preset e', 'eks-node'],
  ['metadeck export requests --format ""', 'ndjson har'],
  ['metadeck maintenance sys', 'system-reboot system-maintenance'],
  ['metadeck completion f', 'fish'],
])('bash completes %s', async (line, words) => {
  const { out } = await runWords('completion', 'bash');
  const said = execFileSync('bash', ['-c', `${out}\n${ASKED}\ntry ${line}`], { encoding: 'utf8' });
  expect(said.trim()).toBe(words);
});

test('another shell is refused with those there are', async () => {
  const { code, err } = await runWords('completion', 'csh');
  expect(code).toBe(2);
  expect(err[0]).toMatch(/Allowed: bash, fish, powershell, zsh\.$/);
});
