// Cancels one event, from beside its name.
import { cancelEvent } from '../../notices/actions.ts';

export function CancelLink({ what, id }: { what: string; id: string }) {
  return (
    <button type="button" className="link" aria-label={`cancel ${what}`} onClick={() => void cancelEvent(id)}>
      cancel
    </button>
  );
}
