// A path of one's own: where it lies and what it says.
import { AddPathForm } from './add-path-form.tsx';
import { AddPopover } from './add-popover.tsx';
import styles from '../metadata.module.css';

export function AddPath() {
  return (
    <AddPopover
      position="bottom-end"
      label="Add a path"
      button={{ kind: 'chip', className: styles.end, 'aria-label': 'Add path', children: '+ path' }}
    >
      {(onDone) => <AddPathForm onDone={onDone} />}
    </AddPopover>
  );
}
