// Who gets notices: the rule, who holds a place and how fast they read it, who came too late.
import { Button } from '../../components/button.tsx';
import { useTraffic } from '../../stores/traffic.ts';
import { useWorld } from '../../stores/world.ts';
import { AudienceRowLine } from './audience-row.tsx';
import { audienceGroups, emptyText, freeText, type AudienceGroup } from './audience-rows.ts';
import { AudienceRuleMenu } from './audience-rule-menu.tsx';
import styles from './fire.module.css';
import { AUDIENCE_CARD } from '../detail/destination.ts';
import { freePlaces } from '../../notices/actions.ts';

export function AudienceCard() {
  const audience = useWorld((world) => world.audience);
  const events = useWorld((world) => world.events);
  if (audience === null) return null;
  const groups = audienceGroups(audience, events ?? []);
  return (
    <section className={styles.card} id={AUDIENCE_CARD} aria-label="Who gets notices" tabIndex={-1}>
      <div className={styles.title}>
        <h2 className={styles.title}>Who gets notices</h2>
        <span className={styles.state}>
          <AudienceRuleMenu rule={audience.spot.rule} />
        </span>
      </div>
      {groups.length === 0 && <p className={`${styles.who} dim`}>{emptyText(audience.spot.rule)}</p>}
      {groups.map((shown) => (
        <GroupRows key={shown.group} shown={shown} named={groups.length > 1 || shown.group !== 'spot'} />
      ))}
      {groups.some(({ held }) => held) && <FreeLink />}
    </section>
  );
}

function GroupRows({ shown, named }: { shown: AudienceGroup; named: boolean }) {
  const clients = useTraffic((traffic) => traffic.clients);
  return (
    <>
      <ul className={styles.who} aria-label={`${shown.group} notices`}>
        {named && <li className={styles.group}>{shown.group}</li>}
        {shown.rows.map((row) => (
          <AudienceRowLine key={row.client} row={row} clients={clients} />
        ))}
      </ul>
      {shown.free !== null && shown.free > 0 && <p className={`dim ${styles.free}`}>{freeText(shown.free)}</p>}
    </>
  );
}

function FreeLink() {
  return (
    <Button acts kind="link" size="s" className={styles.free} onClick={() => void freePlaces()}>
      free the places
    </Button>
  );
}
