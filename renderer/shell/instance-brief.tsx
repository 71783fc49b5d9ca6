// The instance in short: its name, type, zone and id; its menu copies the id and leads to what can be changed.
import { Menu } from '@mantine/core';
import { Button } from '../components/button.tsx';
import { Caret } from '../components/caret.tsx';
import { copyText } from '../components/copy.ts';
import { useStatus } from '../stores/status.ts';
import { go } from '../stores/view.ts';
import styles from './shell.module.css';

export function InstanceBrief() {
  const instance = useStatus((store) => store.status?.instance);
  if (instance === undefined) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button kind="quiet" className={styles.instance} title={instance.instanceId}>
          <span className="only-heard">Instance: </span>
          <b>{instance.name}</b>
          <span className={`dim cut ${styles.kind}`}>
            {instance.instanceType} · {instance.availabilityZone}
          </span>
          <span className={`mono faint ${styles.id}`}>{shortId(instance.instanceId)}</span>
          <Caret />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copyText(instance.instanceId, 'Instance id copied')}>Copy instance id</Menu.Item>
        <Menu.Item onClick={() => go('metadata')}>Change its metadata</Menu.Item>
        <Menu.Item onClick={() => go('settings', 'options')}>Metadata options</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** `i-0f3a…c91e`: enough to tell two apart. */
function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id;
}
