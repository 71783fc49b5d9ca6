// Whether a token is needed at all, and the way to end all of them.
import { Button } from '../components/button.tsx';
import type { TokenView } from '../../app/contract/traffic.ts';
import { hopsProblem } from '../components/hops.ts';
import { Segments } from '../components/segments.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useNow } from '../stores/clock.ts';
import { changeOption } from '../control/change-option.ts';
import { useCurrentOptions } from '../control/pull-options.ts';
import { useTraffic } from '../stores/traffic.ts';
import { expireAllTokens } from './expire.ts';
import { go } from '../stores/view.ts';
import { tokenAt } from './token-time.ts';
import styles from './tokens.module.css';

const CHOICES = [
  { value: 'optional', text: 'IMDSv2 optional' },
  { value: 'required', text: 'IMDSv2 required' },
] as const;

type HttpTokens = (typeof CHOICES)[number]['value'];

const MEANING: Record<HttpTokens, string> = {
  optional:
    'IMDSv1 works too: a request without a token is answered. One with a token that is over or made up gets 401.',
  required: 'A request without a valid token gets 401; a client first has to PUT for one.',
};

export function TokenSide({ tokens }: { tokens: TokenView[] }) {
  return (
    <section className={styles.side} aria-label="Token rules">
      <TokenRule />
      <ExpireAll tokens={tokens} />
      <WithoutTokens />
    </section>
  );
}

function TokenRule() {
  const options = useCurrentOptions();
  if (options === null) return null;
  const { httpTokens, httpPutResponseHopLimit } = options;
  return (
    <section className={styles.part}>
      <h2>HttpTokens</h2>
      <div className={styles.rule}>
        <Segments
          acts
          label="HttpTokens"
          options={CHOICES}
          value={httpTokens}
          onChange={(value) => changeOption('httpTokens', value)}
        />
      </div>
      <p className="dim">{MEANING[httpTokens]}</p>
      <div className={styles.hops}>
        <span aria-hidden>Hop limit</span>
        <TextField
          label="Hop limit of the answer with a token"
          value={String(httpPutResponseHopLimit)}
          check={hopsProblem}
          onTake={(typed) => changeOption('httpPutResponseHopLimit', Number(typed))}
        />
        <Button kind="link" size="s" onClick={() => go('settings', 'options')}>
          all metadata options
        </Button>
      </div>
      <p className="dim">A token lives from 1 s to 6 h, as its client asks.</p>
    </section>
  );
}

function ExpireAll({ tokens }: { tokens: TokenView[] }) {
  const now = useNow();
  const valid = tokens.filter((token) => tokenAt(token, now).state === 'valid').length;
  return (
    <section className={styles.part}>
      <h2>
        {validText(valid)}
        {tokens.length > 0 && <span className="dim"> of {tokens.length} shown</span>}
      </h2>
      <Button acts className={styles.wide} disabled={valid === 0} onClick={() => void expireAllTokens()}>
        Expire all
      </Button>
      <p className="dim">A client that meets a 401 should ask for a new token and go on.</p>
    </section>
  );
}

/** Clients that never sent a token: they break when one is required. */
function WithoutTokens() {
  const clients = useTraffic((traffic) => traffic.clients) ?? [];
  const without = clients.filter(({ v1Share }) => v1Share >= 1);
  if (without.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Clients without tokens">
      <h2>{without.length === 1 ? '1 client uses v1 only' : `${without.length} clients use v1 only`}</h2>
      <ul>
        {without.map(({ address, label }) => (
          <li key={address}>
            <Button kind="link" size="s" className="mono" onClick={() => go('clients', address)}>
              {address}
            </Button>{' '}
            {label} <span className={styles.badge}>v1 only</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function validText(count: number): string {
  if (count === 0) return 'No valid token';
  return count === 1 ? '1 valid token' : `${count} valid tokens`;
}
