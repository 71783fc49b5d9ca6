// The language that a request was copied in last: it is offered first the next time.
import { create } from 'zustand';
import { COPY_LANGUAGES, type CopyLanguage } from '../../app/log/copy-as.ts';

const KEY = 'metadeck.copy-as';

export const useCopyChoice = create<{ language: CopyLanguage }>()(() => ({ language: stored() }));

export function chooseLanguage(language: CopyLanguage): void {
  localStorage.setItem(KEY, language);
  useCopyChoice.setState({ language });
}

export function languageTitle(language: CopyLanguage): string {
  return COPY_LANGUAGES.find(({ id }) => id === language)?.title ?? language;
}

function stored(): CopyLanguage {
  const known = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
  return COPY_LANGUAGES.find(({ id }) => id === known)?.id ?? 'curl';
}
