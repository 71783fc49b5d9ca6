// Takes back the last edit or event, or brings it back, each by its name.
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { keysOf } from '../../commands/keys.ts';
import { useStatus } from '../../stores/status.ts';
import styles from './fire.module.css';

export function UndoLine() {
  const undo = useStatus((store) => store.status?.undo ?? null);
  const redo = useStatus((store) => store.status?.redo ?? null);
  return (
    <>
      {undo !== null && <Step words="Undo" title={undo} command="world.undo" Icon={IconArrowBackUp} />}
      {redo !== null && <Step words="Redo" title={redo} command="world.redo" Icon={IconArrowForwardUp} />}
    </>
  );
}

type StepProps = { words: string; title: string; command: 'world.undo' | 'world.redo'; Icon: typeof IconArrowBackUp };

function Step({ words, title, command, Icon }: StepProps) {
  return (
    <Button acts kind="bare" className={styles.undo} onClick={() => runCommand(command)}>
      <span className="cut">
        <Icon size={14} stroke={1.6} className={styles.stepIcon} aria-hidden />
        {words}: {title}
      </span>
      <kbd aria-hidden>{keysOf(command)}</kbd>
    </Button>
  );
}
