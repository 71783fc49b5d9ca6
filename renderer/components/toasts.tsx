// Short messages about what somebody just did; never about requests.
import { notifications } from '@mantine/notifications';
import { Button } from './button.tsx';
import type { Failure } from '../../app/result.ts';

export function tell(message: string): void {
  notifications.show({ message, withBorder: true, autoClose: 3000 });
}

/** The server's own words, and what was wrong with each field. */
export function tellFailure(failure: Failure): void {
  const said = new Set([failure.message, ...(failure.issues ?? []).map((issue) => issue.message)]);
  notifications.show({ message: [...said].join(' '), color: 'red', withBorder: true, role: 'alert' });
}

/** What was done, with something that should be known of it. */
export function tellWarning(message: string): void {
  notifications.show({ message, color: 'yellow', withBorder: true, role: 'alert' });
}

export function tellWithUndo(message: string, undo: () => void): void {
  const takeBack = () => {
    undo();
    notifications.hide(id);
  };
  const id = notifications.show({
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
