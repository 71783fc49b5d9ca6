// Order and widths of the columns, for the keyboard as well as the mouse.
import { Modal } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import {
  type ColumnId,
  FLEXIBLE,
  moveColumn,
  resetColumns,
  setWidth,
  useColumns,
} from '../../stores/log/log-columns.ts';
import styles from './column-dialog.module.css';
import { columnWidth } from './columns.ts';

const STEP_PX = 16;

export function ColumnDialog({ onClose }: { onClose: () => void }) {
  const order = useColumns((columns) => columns.order);
  return (
    <Modal opened onClose={onClose} title="Columns" size="sm" closeButtonProps={{ 'aria-label': 'Close' }}>
      <ul className={styles.columns}>
        {order.map((id, index) => (
          <li key={id}>
            <span>{id}</span>
            <Step label={`Move ${id} before`} to={order[index - 1]} id={id} icon={<IconArrowUp size={14} />} />
            <Step label={`Move ${id} after`} to={order[index + 1]} id={id} icon={<IconArrowDown size={14} />} />
            <Wider id={id} by={-STEP_PX} label={`Make ${id} narrower`} icon={<IconMinus size={14} />} />
            <Wider id={id} by={STEP_PX} label={`Make ${id} wider`} icon={<IconPlus size={14} />} />
          </li>
        ))}
      </ul>
      <Button onClick={resetColumns}>Back to the usual columns</Button>
    </Modal>
  );
}

type StepProps = { id: ColumnId; to: ColumnId | undefined; label: string; icon: ReactNode };

function Step({ id, to, label, icon }: StepProps) {
  const move = () => {
    if (to !== undefined) moveColumn(id, to);
  };
  return (
    <Button kind="icon" aria-label={label} disabled={to === undefined} onClick={move}>
      {icon}
    </Button>
  );
}

function Wider({ id, by, label, icon }: { id: ColumnId; by: number; label: string; icon: ReactNode }) {
  const widths = useColumns((columns) => columns.widths);
  if (id === FLEXIBLE) return <span />;
  return (
    <Button kind="icon" aria-label={label} onClick={() => setWidth(id, columnWidth(id, widths) + by)}>
      {icon}
    </Button>
  );
}
