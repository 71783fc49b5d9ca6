// What is needed less often: export, clear, columns, and whether new requests are told aloud.
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { CommandId } from '../../../app/commands.ts';
import { runCommand } from '../../commands/dispatch.ts';
import { keysOf } from '../../commands/keys.ts';
import { useWorks } from '../../commands/works.ts';
import { setSpoken, useSpoken } from '../../stores/log/log-spoken.ts';

/** Loaded when somebody opens it. */
const ColumnDialog = lazy(async () => ({ default: (await import('./column-dialog.tsx')).ColumnDialog }));

export function MoreMenu() {
  const [columns, setColumns] = useState(false);
  return (
    <>
      <Menu width={230}>
        <Menu.Target>
          <Button kind="chip" aria-label="More">
            <IconDots size={14} stroke={1.8} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>What is shown</Menu.Label>
          <Run id="log.export-har" title="Export as HAR" />
          <Run id="log.export-ndjson" title="Export as NDJSON" />
          <Menu.Divider />
          <Run id="log.clear" title="Clear, for everybody" />
          <Menu.Divider />
          <Menu.Item onClick={() => setColumns(true)}>Columns…</Menu.Item>
          <SpokenItem />
          <Run id="app.point" title="Point your app here…" />
        </Menu.Dropdown>
      </Menu>
      {columns && (
        <Suspense fallback={null}>
          <ColumnDialog onClose={() => setColumns(false)} />
        </Suspense>
      )}
    </>
  );
}

function Run({ id, title }: { id: CommandId; title: string }) {
  const keys = keysOf(id);
  return (
    <Menu.Item
      disabled={!useWorks(id)}
      rightSection={keys === '' ? null : <kbd>{keys}</kbd>}
      onClick={() => runCommand(id)}
    >
      {title}
    </Menu.Item>
  );
}

function SpokenItem() {
  const spoken = useSpoken((store) => store.on);
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={spoken}
      leftSection={<span aria-hidden>{spoken ? '☑' : '☐'}</span>}
      onClick={() => setSpoken(!spoken)}
    >
      Tell new requests to screen readers
    </Menu.Item>
  );
}
