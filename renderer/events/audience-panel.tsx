// Who gets notices: one rule for all, or one for each group; who holds a place, who came too late.
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import type { AudienceView } from '../../app/contract/events.ts';
import { GROUPS, type Group } from '../../app/events/kinds.ts';
import { Tick } from '../fields/tick.tsx';
import { freePlaces, setAudience } from '../notices/actions.ts';
import { AudienceRuleMenu } from '../deck/cards/audience-rule-menu.tsx';
import { useWorld } from '../stores/world.ts';
import { GROUP_WORDS, oneRule, placesText } from './audience-words.ts';
import { Holders } from './holders.tsx';
import styles from './events.module.css';
import { Panel } from './panel.tsx';

export function AudiencePanel() {
  const audience = useWorld((world) => world.audience);
  const [wanted, setWanted] = useState(false);
  if (audience === null) return null;
  const same = oneRule(audience);
  const apart = wanted || !same;
  const shown = apart ? GROUPS : GROUPS.filter((group) => hasTold(audience[group]));
  const join = () => {
    setWanted(false);
    if (!same) void setAudience(audience.spot.rule);
  };
  return (
    <Panel title="Who gets notices">
      <div className={styles.row}>
        {!apart && <AudienceRuleMenu rule={audience.spot.rule} />}
        <Tick checked={apart} onChange={(checked) => (checked ? setWanted(true) : join())}>
          A rule for each group
        </Tick>
        <Button
          acts
          className={styles.end}
          disabled={GROUPS.every((group) => audience[group].holders.length === 0)}
          onClick={() => void freePlaces()}
        >
          Free the places
        </Button>
      </div>
      {shown.length === 0 && <p className={styles.hint}>{placesText(audience.spot)}</p>}
      <div className={styles.groups}>
        {shown.map((group) => (
          <GroupPart key={group} group={group} audience={audience} apart={apart} />
        ))}
      </div>
    </Panel>
  );
}

/** Somebody holds a place, or came too late for one. */
function hasTold({ holders, late }: AudienceView['spot']): boolean {
  return holders.length + late.length > 0;
}

function GroupPart({ group, audience, apart }: { group: Group; audience: AudienceView; apart: boolean }) {
  const view = audience[group];
  return (
    <section aria-label={`${GROUP_WORDS[group]} notices`}>
      <div className={styles.row}>
        <h3>{GROUP_WORDS[group]}</h3>
        {apart && <AudienceRuleMenu rule={view.rule} group={group} />}
      </div>
      <p className={styles.hint}>{placesText(view)}</p>
      <Holders group={group} view={view} />
    </section>
  );
}
