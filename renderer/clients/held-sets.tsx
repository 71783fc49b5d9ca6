// The sets of credentials that a client got last: which, and whether it would get the same again.
import type { ClientView } from '../../app/contract/traffic.ts';
import { setWords } from '../../app/words.ts';
import { Ago } from '../components/ago.tsx';
import { useNow } from '../stores/clock.ts';
import { expirationText } from '../words/expiration-text.ts';
import styles from './clients.module.css';

type Held = ClientView['credentials'][number];

export function HeldSets({ client: { credentials } }: { client: ClientView }) {
  if (credentials.length === 0) return <p className="dim">It has not read any.</p>;
  return (
    <ul className={styles.held}>
      {credentials.map((held) => (
        <li key={`${held.of} ${held.imds ?? ''}`}>
          <HeldSet held={held} />
        </li>
      ))}
    </ul>
  );
}

function HeldSet({ held }: { held: Held }) {
  const { of, accessKeyId, readAt, expiration, newest } = held;
  const now = useNow();
  return (
    <>
      <span>
        {of === 'role' ? 'Role' : 'Instance'}, {setWords(held)}: {newest ? 'the newest' : 'an older one'}
      </span>
      <span className="dim">
        <span className="mono">{accessKeyId}</span>, read <Ago at={readAt} />,{' '}
        <span className={styles.whole}>{expirationText(expiration, now)}</span>
      </span>
    </>
  );
}
