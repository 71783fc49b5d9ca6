// The instance in short: its name, type, zone and id.
import { Tooltip } from '@mantine/core';
import { useStatus } from '../stores/status.ts';
import styles from './shell.module.css';

export function InstanceBrief() {
  const instance = useStatus((store) => store.status?.instance);
  if (instance === undefined) return null;
  return (
    <span className={styles.instance}>
      <b>{instance.name}</b>
      <span className="dim cut">
        {instance.instanceType} · {instance.availabilityZone}
      </span>
      <Tooltip label={instance.instanceId}>
        <span className="mono faint">{shortId(instance.instanceId)}</span>
      </Tooltip>
    </span>
  );
}

/** `i-0f3a…c91e`: enough to tell two apart. */
function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id;
}
