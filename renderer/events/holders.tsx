// Who holds a place in a group and since when, and who came too late for one.
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import type { AudienceView } from '../../app/contract/events.ts';
import type { Group } from '../../app/events/kinds.ts';
import { lateWords, MOST_LATE } from '../../app/words.ts';
import { freePlaces } from '../notices/actions.ts';
import { GivePlace } from '../notices/give-place.tsx';
import { clockText } from '../words/time-text.ts';
import { useClientLabels } from '../deck/filter/labels.ts';
import { go } from '../stores/view.ts';
import styles from './events.module.css';

export function Holders({ group, view }: { group: Group; view: AudienceView['spot'] }) {
  const [whole, setWhole] = useState(false);
  const counted = view.rule.kind === 'first';
  const holding = new Set(view.holders.map(({ client }) => client));
  const late = counted ? view.late.filter(({ client }) => !holding.has(client)) : [];
  if (!counted || view.holders.length + late.length === 0) return null;
  return (
    <ul className={styles.seen}>
      {view.holders.map(({ client, place, since }) => (
        <li key={client}>
          <Client address={client} />
          <span className="dim">
            place {place} since {clockText(Date.parse(since))}
          </span>
        </li>
      ))}
      {(whole ? late : late.slice(0, MOST_LATE)).map(({ client, at }) => (
        <li key={client}>
          <Client address={client} />
          <span className="dim">too late, {clockText(Date.parse(at))}</span>
          <GivePlace group={group} client={client} from={view.yields} />
        </li>
      ))}
      {late.length > MOST_LATE && (
        <li>
          <Button kind="link" size="s" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? 'only the first few' : lateWords(late.length - MOST_LATE)}
          </Button>
        </li>
      )}
      {view.holders.length > 0 && (
        <li>
          <Button acts kind="link" size="s" onClick={() => void freePlaces(group)}>
            free the places<span className="only-heard"> of {group} notices</span>
          </Button>
        </li>
      )}
    </ul>
  );
}

function Client({ address }: { address: string }) {
  const label = useClientLabels().get(address);
  return (
    <>
      <Button kind="name" className="mono" onClick={() => go('clients', address)}>
        {address}
      </Button>
      {label !== undefined && <span className="cut">{label}</span>}
    </>
  );
}
