// A draft of user data: written as text or in base64, or taken from a file.
import { useState } from 'react';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { tellWithUndo } from '../../components/toasts.tsx';
import { base64OfBytes, base64OfText, textOfBase64 } from './base64-text.ts';
import { sizeText, type UserDataForm, userDataProblem, userDataSize } from './draft-check.ts';
import { serveBytes, serveValue, tryBytes, tryValue, undoStep } from '../paths/edits.ts';
import { type Draft, useDraft } from './use-draft.ts';

export type UserDataDraft = {
  form: UserDataForm;
  /** Another form for what is written. */
  setForm: (form: UserDataForm) => void;
  /** Bytes of what is written; null where that is not base64. */
  size: number | null;
  draft: Draft;
  /** Why a form or a file was refused; null while none was. */
  problem: string | null;
  takeFile: (file: File) => Promise<void>;
};

export function useUserData(item: MetadataItem): UserDataDraft {
  const [form, show] = useState<UserDataForm>(() => (textServed(item) === null ? 'base64' : 'text'));
  const [problem, setProblem] = useState<string | null>(null);
  const draft = useDraft(item, {
    served: form === 'text' ? (textServed(item) ?? '') : base64Served(item),
    problemOf: (text) => userDataProblem(userDataSize(form, text)),
    attempt: (text) => (form === 'text' ? tryValue(item.path, text, false) : tryBytes(item.path, text)),
    serve: (text) => (form === 'text' ? serveValue(item.path, text, false) : serveBytes(item.path, text)),
  });

  const setForm = (wanted: UserDataForm) => {
    const text = wanted === 'base64' ? base64OfText(draft.text) : textOfBase64(draft.text);
    if (text === null) return setProblem('These bytes are no text that a field can hold; they stay in base64.');
    setProblem(null);
    show(wanted);
    if (draft.isChanged) draft.write(text);
  };

  const write = (text: string) => {
    setProblem(null);
    draft.write(text);
  };

  return {
    form,
    setForm,
    size: userDataSize(form, draft.text),
    draft: { ...draft, write },
    problem: problem ?? draft.problem,
    takeFile: async (file) => {
      const refusal = await serveFile(item.path, file);
      setProblem(refusal);
      if (refusal !== null) return;
      draft.revert();
      show('base64');
    },
  };
}

/** Read only when it is small enough: it may be anything that somebody dropped. */
async function serveFile(path: string, file: File): Promise<string | null> {
  const tooLarge = userDataProblem(file.size);
  if (tooLarge !== null) return `${file.name}: ${tooLarge}`;
  const refusal = await serveBytes(path, base64OfBytes(new Uint8Array(await file.arrayBuffer())));
  if (refusal !== null) return `${file.name}: ${refusal}`;
  tellWithUndo(`Serving ${file.name}, ${sizeText(file.size)}`, () => void undoStep(`set ${path}`));
  return null;
}

function base64Served({ value, encoding }: MetadataItem): string {
  if (value === null) return '';
  return encoding === 'base64' ? value : base64OfText(value);
}

/** Null where a field can't hold the bytes as text. */
function textServed(item: MetadataItem): string | null {
  return textOfBase64(base64Served(item));
}
