// The next set of credentials now, from the role's form, a key or the palette.
import { tellWithUndo } from '../../components/toasts.tsx';
import { act } from '../../control/control.ts';
import { pullMetadata } from '../paths/pull-metadata.ts';
import { undoStep } from '../paths/edits.ts';

export async function rotateCredentials(): Promise<void> {
  const given = await act('credentials.rotate', {});
  if (given === null) return;
  tellWithUndo(`Credentials: set ${given.number} from now on`, () => void undoStep('rotated the credentials'));
  await pullMetadata();
}
