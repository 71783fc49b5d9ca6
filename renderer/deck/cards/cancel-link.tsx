// Cancels one event, from beside its name.
import { Button } from '../../components/button.tsx';
import { CANCEL_HINT } from '../../notices/cancel-hint.ts';
import { cancelEvent } from '../../notices/actions.ts';

export function CancelLink({ what, id }: { what: string; id: string }) {
  return (
    <Button
      acts
      kind="link"
      size="s"
      title={CANCEL_HINT}
      aria-label={`cancel ${what}`}
      onClick={() => void cancelEvent(id)}
    >
      cancel
    </Button>
  );
}
