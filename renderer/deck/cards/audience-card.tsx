// Who gets notices: the rule, who holds a place and how fast they read it, who came too late.
import { useState } from 'react';
import { lateWords, MOST_LATE } from '../../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { useNow } from '../../stores/clock.ts';
import { useTraffic } from '../../stores/traffic.ts';
import { useWorld } from '../../stores/world.ts';
import { AudienceRowLine } from './audience-row.tsx';
import { type AudienceGroup, audienceGroups, emptyText, firstText, freeText } from './audience-rows.ts';
import { AudienceRuleMenu } from './audience-rule-menu.tsx';
import styles from './fire.module.css';
import { AUDIENCE_CARD } from '../detail/destination.ts';
import { freePlaces } from '../../notices/actions.ts';

export function AudienceCard() {
  const audience = useWorld((world) => world.audience);
  const events = useWorld((world) => world.events);
  const clients = useTraffic((traffic) => traffic.clients);
  const now = useNow();
  if (audience === null) return null;
  const { rule } = audience.spot;
  const groups = audienceGroups({ audience, events: events ?? [], clients: clients ?? [], now });
  const isQuiet = groups.every(
    ({ rows, late }) => late.length === 0 && rows.every(({ standing }) => standing === 'asking'),
  );
  return (
    <section className={styles.card} id={AUDIENCE_CARD} aria-label="Who gets notices" tabIndex={-1}>
      <div className={styles.title}>
        <h2 className={styles.title}>Who gets notices</h2>
        <span className={styles.state}>
          <AudienceRuleMenu rule={rule} />
        </span>
      </div>
      {groups.length === 0 && <p className={`${styles.who} dim`}>{emptyText(rule)}</p>}
      {groups.map((shown) => (
        <GroupRows key={shown.group} shown={shown} named={groups.length > 1 || shown.group !== 'spot'} />
      ))}
      {groups.length > 0 && isQuiet && rule.kind === 'first' && (
        <p className={`dim ${styles.free}`}>{firstText(rule)}</p>
      )}
      {groups.some(({ held }) => held) && <FreeLink />}
    </section>
  );
}

function GroupRows({ shown: { group, rows, late, free, yields }, named }: { shown: AudienceGroup; named: boolean }) {
  const clients = useTraffic((traffic) => traffic.clients);
  const [unfolded, setUnfolded] = useState(false);
  const isFolded = late.length > MOST_LATE && !unfolded;
  return (
    <>
      <ul className={styles.who} aria-label={`${group} notices`}>
        {named && <li className={styles.group}>{group}</li>}
        {[...rows, ...(isFolded ? [] : late)].map((row) => (
          <AudienceRowLine key={row.client} row={row} clients={clients} yields={yields} />
        ))}
      </ul>
      {late.length > MOST_LATE && (
        <Button
          kind="link"
          size="s"
          className={styles.free}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {lateWords(late.length)}
        </Button>
      )}
      {free !== null && free > 0 && rows.some(({ standing }) => standing !== 'asking') && (
        <p className={`dim ${styles.free}`}>{freeText(free)}</p>
      )}
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
