// Whether the data plane listens, and where; its menu starts, stops and restarts it.
import { Menu, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Button } from '../components/button.tsx';
import { commandOf, type CommandId } from '../../app/commands.ts';
import { runCommand } from '../commands/dispatch.ts';
import { keysOf } from '../commands/keys.ts';
import { useConnection } from '../stores/connection.ts';
import { closeOnboarding } from '../stores/onboarding.ts';
import { useStatus } from '../stores/status.ts';
import { go } from '../stores/view.ts';
import styles from './shell.module.css';
import { type Shown, statusWords } from './status-words.ts';

export function StatusPill() {
  const gone = useConnection((connection) => (connection.gone ? connection.state : null));
  const { state, words, endpoint } = statusWords(
    useStatus((store) => store.status),
    gone,
  );
  return (
    <span className={styles.pill}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button kind="bare">
            <span className="only-heard">Server: </span>
            <span className={styles.dot} data-state={state} aria-hidden />
            <b>{words}</b>
            {endpoint !== null && <span className="mono">{endpoint.replace('http://', '')}</span>}
          </Button>
        </Menu.Target>
        <StateMenu state={state} />
      </Menu>
      {state === 'listening' && <CopyEndpoint />}
      {state === 'stopped' && (
        <Button acts kind="link" onClick={() => runCommand('server.start')}>
          Start
        </Button>
      )}
    </span>
  );
}

function CopyEndpoint() {
  return (
    <Tooltip label={`Copy endpoint ${keysOf('endpoint.copy')}`}>
      <Button
        kind="icon"
        className={styles.copy}
        aria-label="Copy endpoint"
        onClick={() => runCommand('endpoint.copy')}
      >
        <IconCopy size={14} stroke={1.6} aria-hidden />
      </Button>
    </Tooltip>
  );
}

function StateMenu({ state }: { state: Shown['state'] }) {
  const listens = state === 'listening';
  if (state === 'lost') {
    return (
      <Menu.Dropdown>
        <Menu.Item onClick={() => useConnection.getState().tryAgain()}>Try again</Menu.Item>
      </Menu.Dropdown>
    );
  }
  return (
    <Menu.Dropdown>
      <CommandItem id="endpoint.copy" disabled={!listens} />
      <CommandItem id="app.point" />
      <Menu.Divider />
      <CommandItem id={listens ? 'server.stop' : 'server.start'} />
      <CommandItem id="server.restart" disabled={!listens} />
      <Menu.Item onClick={() => go('settings', 'port')}>Change the port</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={showLog}>Show the log</Menu.Item>
    </Menu.Dropdown>
  );
}

function showLog(): void {
  closeOnboarding();
  go('deck');
}

function CommandItem({ id, disabled = false }: { id: CommandId; disabled?: boolean }) {
  return (
    <Menu.Item
      disabled={disabled}
      onClick={() => runCommand(id)}
      rightSection={<span className="faint">{keysOf(id)}</span>}
    >
      {commandOf(id).title}
    </Menu.Item>
  );
}
