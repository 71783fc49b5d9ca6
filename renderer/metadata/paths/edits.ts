// Edits of a path: carried out by the server, then what is shown is pulled again.
import type { PathChange } from '../../../app/contract/answers.ts';
import type { Input } from '../../../app/contract/contract.ts';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import type { Failure, Result } from '../../../app/result.ts';
import { act, call } from '../../control/control.ts';
import { tell, tellFailure, tellWithUndo } from '../../components/toasts.tsx';
import { useMetadata } from './metadata-store.ts';
import { pullMetadata } from './pull-metadata.ts';

export type RolePatch = Pick<Input<'facts.patch'>, 'instanceProfile' | 'roleCredentials' | 'credentialRotationSeconds'>;

/** What would change; nothing, with a sentence, where it would be refused. */
export type Trial = { changed: readonly PathChange[]; problem: string | null };

/** Serves a value; what is wrong with it comes back as a sentence, null when it is served. */
export async function serveValue(path: string, value: string, only: boolean): Promise<string | null> {
  return finish(path, await call('metadata.set', { path, value, ...(only ? { only } : {}) }));
}

/** Serves bytes as user data, given in base64; refusals as with a value. */
export async function serveBytes(path: string, base64: string): Promise<string | null> {
  return finish(path, await call('metadata.set', { path, value: base64, encoding: 'base64' }));
}

/** What serving a value would change; nothing is served. */
export async function tryValue(path: string, value: string, only: boolean): Promise<Trial> {
  return trialOf(await call('metadata.set', { path, value, ...(only ? { only } : {}), dryRun: true }));
}

/** The same for user data, given in base64. */
export async function tryBytes(path: string, base64: string): Promise<Trial> {
  return trialOf(await call('metadata.set', { path, value: base64, encoding: 'base64', dryRun: true }));
}

/** How a new path would be made, or why it would be refused; null where the server could not be asked. */
export async function tryPath(path: string, value: string): Promise<'fact' | 'override' | { problem: string } | null> {
  const result = await call('metadata.set', { path, value, dryRun: true });
  if (result.ok) return result.data.how;
  return result.error.code === 'INVALID_INPUT' ? { problem: refusalOf(result.error) } : null;
}

/** That the server could not be asked is no flaw of a draft. */
function trialOf(result: Result<{ changed: PathChange[] }>): Trial {
  if (result.ok) return { changed: result.data.changed, problem: null };
  return { changed: [], problem: result.error.code === 'INVALID_INPUT' ? refusalOf(result.error) : null };
}

/** Makes a path, or a whole directory, answer 404; refusals as with a value. */
export async function makeAbsent(path: string): Promise<string | null> {
  rememberValue(path);
  return finish(path, await call('metadata.set', { path, absent: true }));
}

/** Takes the 404 back: the value that it hid comes back as it was, or what the preset says. */
export async function makePresent(path: string): Promise<string | null> {
  const hidden = hiddenValues.get(path);
  hiddenValues.delete(path);
  if (hidden === undefined) return resetPath(path);
  return serveValue(path, hidden.value, hidden.only);
}

/** Gives the role other credentials, or takes it away; refusals as with a value. `path` is where it was asked for. */
export async function changeRole(path: string, patch: RolePatch): Promise<string | null> {
  const refusal = await finish(path, await call('facts.patch', patch));
  if (refusal === null && patch.instanceProfile === null)
    tellWithUndo('The role is gone', () => void undoStep('changed instanceProfile'));
  return refusal;
}

/** Takes a path back to the preset, with the way back in a toast. */
export async function resetPath(path: string): Promise<string | null> {
  const result = await call('metadata.reset', { path });
  const refusal = await finish(path, result);
  if (result.ok && result.data.changed.length > 0) tellWithUndo(`Reset ${path}`, () => void undoStep(`reset ${path}`));
  return refusal;
}

/** Resets everything at and below a path, '' for all; with the way back in a toast. */
export async function resetBelow(under: string): Promise<void> {
  const done = await act('metadata.reset', { under });
  if (done === null) return;
  await pullMetadata();
  if (done.changed.length === 0) tell('Nothing differs from the preset');
  else if (under === '') tellWithUndo('Reset all to the preset', () => void undoStep('reset everything'));
  else tellWithUndo(`Reset ${under}`, () => void undoStep(`reset ${under}`));
}

/** Undoes a step by its title; refused where something else was done after it, which would be undone instead. */
export async function undoStep(title: string): Promise<void> {
  await act('world.undo', { title });
}

/** Says a refusal of something that was done without a field to say it at. */
export async function orTell(edit: Promise<string | null>): Promise<void> {
  const problem = await edit;
  if (problem !== null) tellFailure({ code: 'INVALID_INPUT', message: problem });
}

async function finish(path: string, result: Result<{ changed: PathChange[] }>): Promise<string | null> {
  if (!result.ok) return refusalOf(result.error);
  await pullMetadata();
  useMetadata.setState({ lastEdit: { path, changed: result.data.changed } });
  return null;
}

function refusalOf({ message, issues }: Failure): string {
  return issues?.[0]?.message ?? message;
}

/** Values of one's own that a 404 hides, so that taking it back loses nothing. */
const hiddenValues = new Map<string, { value: string; only: boolean }>();
const MOST_HIDDEN = 200;

function rememberValue(path: string): void {
  const item = useMetadata.getState().items?.find((one) => one.path === path);
  if (item === undefined || !isOwnValue(item) || hiddenValues.size >= MOST_HIDDEN) return;
  hiddenValues.set(path, { value: item.value ?? '', only: item.source === 'override' });
}

function isOwnValue({ value, changed, encoding }: MetadataItem): boolean {
  return value !== null && changed && encoding === 'utf8';
}
