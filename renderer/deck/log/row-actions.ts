// What can be done with a request: the same from its row's menu, from the detail and by key.
import type { LogRow } from '../../../app/contract/traffic.ts';
import { copyAs, type CopyLanguage } from '../../../app/log/copy-as.ts';
import { quotedValue } from '../../../app/filter/parse.ts';
import { copyText } from '../../components/copy.ts';
import { act } from '../../control/control.ts';
import { chooseLanguage, languageTitle, useCopyChoice } from '../../stores/copy-choice.ts';
import { setFilter, useLog } from '../../stores/log/log.ts';
import { useStatus } from '../../stores/status.ts';
import { tell, tellFailure } from '../../components/toasts.tsx';
import { go } from '../../stores/view.ts';
import { withWord } from '../filter/chips.ts';

/** What a request and its entry have in common. */
export type Requested = Pick<
  LogRow,
  'sequence' | 'method' | 'target' | 'path' | 'client' | 'status' | 'rule' | 'panel' | 'userAgent'
>;

export function copyRequest(request: Requested, language: CopyLanguage = useCopyChoice.getState().language): void {
  const endpoint = useStatus.getState().status?.endpoint ?? null;
  if (endpoint === null)
    return tellFailure({ code: 'ADDRESS_UNAVAILABLE', message: 'Metadeck does not listen, so there is no address.' });
  chooseLanguage(language);
  void copyText(copyAs(language, { endpoint, ...request }), `Copied as ${languageTitle(language)}`);
}

export function copyPath({ target }: Requested): void {
  void copyText(target, 'Path copied');
}

/** Asks again for what was asked, over the wire; the answer is a row of its own, marked `panel`. */
export async function replay({ sequence }: Requested): Promise<void> {
  const answer = await act('server.probe', { replay: sequence });
  if (answer !== null) tell(`Replayed: ${answer.status ?? 'no answer'} ${answer.reason}`.trimEnd());
}

/** Null where there is no such path in Metadata. */
export function openInMetadata({ path, method }: Requested): (() => void) | null {
  return path === null || method === 'PUT' ? null : () => go('metadata', path);
}

/** What a filter can pick out of a request: a title, and its word. */
export function filterWords(request: Requested): { title: string; word: string }[] {
  const { client, path, target, status, method, rule, userAgent, panel } = request;
  const where = path === null ? target : `/${path}`;
  return [
    { title: `path ${where}`, word: `path:${quotedValue(where)}` },
    { title: `client ${panel ? 'panel' : client}`, word: `client:${quotedValue(panel ? 'panel' : client)}` },
    ...(status === null ? [] : [{ title: `status ${status}`, word: `status:${status}` }]),
    { title: `method ${method}`, word: `method:${quotedValue(method)}` },
    { title: `reason ${rule}`, word: `why:${rule}` },
    ...(userAgent === '' ? [] : [{ title: `user agent ${userAgent}`, word: `agent:${quotedValue(userAgent)}` }]),
  ];
}

export function addToFilter(word: string): void {
  setFilter(withWord(useLog.getState().filter, word));
}
