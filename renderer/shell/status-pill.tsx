// Whether the data plane listens, and where; its menu starts, stops and restarts it.
import { Menu, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Status } from '../../app/contract/server.ts';
import { keysOf, runCommand } from '../commands.ts';
import { useStatus } from '../stores/status.ts';
import { restartServer } from './server-actions.ts';
import styles from './shell.module.css';

const WORDS: Record<Status['state'], string> = {
  starting: 'Starting',
  listening: 'Listening',
  stopped: 'Stopped',
  failed: 'Not listening',
};

export function StatusPill() {
  const status = useStatus((store) => store.status);
  const state = status?.state ?? 'starting';
  return (
    <span className={styles.pill}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" aria-label={`Server: ${WORDS[state]}`}>
            <span className={styles.dot} data-state={state} aria-hidden />
            <b>{WORDS[state]}</b>
            {status?.endpoint && <span className="mono">{status.endpoint.replace('http://', '')}</span>}
          </button>
        </Menu.Target>
        <StateMenu state={state} />
      </Menu>
      {state === 'listening' && <CopyEndpoint />}
      {state === 'stopped' && (
        <button type="button" className="link" onClick={() => runCommand('server.start')}>
          Start
        </button>
      )}
    </span>
  );
}

function CopyEndpoint() {
  return (
    <Tooltip label={`Copy endpoint ${keysOf('endpoint.copy')}`}>
      <button
        type="button"
        className={styles.copy}
        aria-label="Copy endpoint"
        onClick={() => runCommand('endpoint.copy')}
      >
        <IconCopy size={14} stroke={1.6} aria-hidden />
      </button>
    </Tooltip>
  );
}

function StateMenu({ state }: { state: Status['state'] }) {
  const listens = state === 'listening';
  return (
    <Menu.Dropdown>
      <Menu.Item disabled={!listens} onClick={() => runCommand('endpoint.copy')}>
        Copy endpoint
      </Menu.Item>
      <Menu.Item disabled={!listens} onClick={() => void restartServer()}>
        Restart
      </Menu.Item>
      {listens ? (
        <Menu.Item onClick={() => runCommand('server.stop')}>Stop answering</Menu.Item>
      ) : (
        <Menu.Item onClick={() => runCommand('server.start')}>Start answering</Menu.Item>
      )}
    </Menu.Dropdown>
  );
}
