// Copies text exactly as it is, and says so.
import { tell, tellFailure } from './toasts.tsx';

export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(said);
  } catch {
    tellFailure({ code: 'INTERNAL', message: 'This page may not use the clipboard; select the text and copy it.' });
  }
}
