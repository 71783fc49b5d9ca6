// The card that schedules maintenance, and completes or cancels what is scheduled.
import { Menu } from '@mantine/core';
import { IconTools } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import { MAINTENANCE_CODES } from '../../../app/events/kinds.ts';
import { completeEvent, scheduleMaintenance } from '../../notices/actions.ts';
import { type MaintenanceView, openMaintenance } from '../../notices/standing.ts';
import { spanText } from '../../words/time-text.ts';
import { useNow } from '../../stores/clock.ts';
import { useWorld } from '../../stores/world.ts';
import { CancelLink } from './cancel-link.tsx';
import styles from './fire.module.css';
import { SmallCard } from './small-card.tsx';

export function MaintenanceCard() {
  const now = useNow();
  const active = openMaintenance(useWorld((world) => world.events) ?? []);
  return (
    <SmallCard
      tag="maintenance"
      title="Maintenance"
      icon={<IconTools size={14} stroke={1.8} />}
      said={active.length === 0 ? 'nothing scheduled' : `${active.length} active`}
      actions={<ScheduleMenu />}
    >
      {active.length > 0 && (
        <ul className={styles.list}>
          {active.map((event) => (
            <Active key={event.id} event={event} now={now} />
          ))}
        </ul>
      )}
    </SmallCard>
  );
}

function ScheduleMenu() {
  return (
    <Menu>
      <Menu.Target>
        <Button acts>Schedule</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MaintenanceItems />
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be scheduled, as items of a menu. */
export function MaintenanceItems() {
  return (
    <>
      <Menu.Label>In seven days</Menu.Label>
      {MAINTENANCE_CODES.map((code) => (
        <Menu.Item key={code} onClick={() => void scheduleMaintenance(code)}>
          {code}
        </Menu.Item>
      ))}
    </>
  );
}

function Active({ event, now }: { event: MaintenanceView; now: number }) {
  const left = Date.parse(event.notBefore) - now;
  return (
    <li>
      <span className="dim cut" title={`${event.eventId}, not before ${event.notBefore}`}>
        {event.code}
      </span>
      <span className={`faint ${styles.until}`}>{left > 0 ? `in ${spanText(left)}` : 'due'}</span>
      <span>
        <Button acts kind="link" size="s" onClick={() => void completeEvent(event.id)}>
          complete
        </Button>
        <CancelLink what={event.code} id={event.id} />
      </span>
    </li>
  );
}
