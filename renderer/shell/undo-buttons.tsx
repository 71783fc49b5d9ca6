// Takes back what was done last, or brings it back, each by its name, on every screen.
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { Button } from '../components/button.tsx';
import { runCommand } from '../commands/dispatch.ts';
import { keysOf } from '../commands/keys.ts';
import { useStatus } from '../stores/status.ts';
import styles from './shell.module.css';

export function UndoButtons() {
  const undo = useStatus((store) => store.status?.undo ?? null);
  const redo = useStatus((store) => store.status?.redo ?? null);
  return (
    <div className={styles.steps}>
      <Step word="Undo" title={undo} command="world.undo" Icon={IconArrowBackUp} />
      <Step word="Redo" title={redo} command="world.redo" Icon={IconArrowForwardUp} />
    </div>
  );
}

type Props = {
  word: 'Undo' | 'Redo';
  title: string | null;
  command: 'world.undo' | 'world.redo';
  Icon: typeof IconArrowBackUp;
};

function Step({ word, title, command, Icon }: Props) {
  const words = title === null ? `Nothing to ${word.toLowerCase()}` : `${word}: ${title}`;
  return (
    <Button
      acts
      kind="bare"
      className={styles.step}
      aria-label={words}
      title={`${words} (${keysOf(command)})`}
      disabled={title === null}
      onClick={() => runCommand(command)}
    >
      <Icon size={16} stroke={1.7} aria-hidden />
      {title !== null && <span className="cut">{title}</span>}
    </Button>
  );
}
