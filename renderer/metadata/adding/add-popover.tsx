// A button with a small form below it, for what is added here.
import { Popover } from '@mantine/core';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from '../../components/button.tsx';

type Props = {
  position: 'bottom-start' | 'bottom-end';
  /** What the form is called. */
  label?: string;
  button: ComponentProps<typeof Button>;
  /** The form; it is told how to close itself. */
  children: (onDone: () => void) => ReactNode;
};

export function AddPopover({ position, label, button, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={position}
      width={296}
      shadow="md"
      transitionProps={{ duration: 120 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button aria-expanded={opened} onClick={() => setOpened(!opened)} {...button} />
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={label}>
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
