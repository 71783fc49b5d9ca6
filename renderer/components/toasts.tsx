// Short messages about what somebody just did; never about requests.
import { notifications } from '@mantine/notifications';
import { Button } from './button.tsx';
import type { Failure } from '../../app/result.ts';

/** Of its cross, which has no words. */
const CLOSE = { closeButtonProps: { 'aria-label': 'Close the message' } };

export function tell(message: string): void {
  notifications.show({ ...CLOSE, message, withBorder: true, autoClose: 3000 });
}

/** The same words are not said again while they can be read. */
export function tellOnce(message: string): void {
  notifications.show({ id: message, message, withBorder: true, autoClose: 3000 });
}

/** The server's own words, and what was wrong with each field. */
export function tellFailure(failure: Failure): void {
  const said = new Set([failure.message, ...(failure.issues ?? []).map((issue) => issue.message)]);
  notifications.show({ ...CLOSE, message: [...said].join(' '), color: 'red', withBorder: true, role: 'alert' });
}

/** What was done, with something that should be known of it. */
export function tellWarning(message: string): void {
  notifications.show({ ...CLOSE, message, color: 'yellow', withBorder: true, role: 'alert' });
}

export function tellWithUndo(message: string, undo: () => void): void {
  const takeBack = () => {
    undo();
    notifications.hide(id);
  };
  const id = notifications.show({
    ...CLOSE,
    withBorder: true,
    autoClose: 10_000,
    message: (
      <>
        {message}{' '}
        <Button kind="link" onClick={takeBack}>
          Undo
        </Button>
      </>
    ),
  });
}

/** What lasts is not said before that. */
const SOON_MS = 500;

/** Says how far something is, once it has lasted beyond half a second, until it ends. */
export function tellProgress(message: string): { say: (message: string) => void; end: () => void } {
  let said = message;
  let id: string | undefined;
  const show = () => {
    id = notifications.show({
      ...CLOSE,
      message: said,
      withBorder: true,
      loading: true,
      autoClose: false,
      role: 'status',
    });
  };
  const timer = setTimeout(show, SOON_MS);
  return {
    say(next) {
      said = next;
      if (id !== undefined)
        notifications.update({ id, message: said, withBorder: true, loading: true, autoClose: false });
    },
    end() {
      clearTimeout(timer);
      if (id !== undefined) notifications.hide(id);
    },
  };
}
