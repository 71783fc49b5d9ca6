// Whether a token is needed at all, and the way to end all of them.
import { useState } from 'react';
import type { TokenView } from '../../../app/contract/traffic.ts';
import { PlainButton } from '../../components/plain-button.tsx';
import { Segments } from '../../components/segments.tsx';
import { act } from '../../control/control.ts';
import { useNow } from '../../stores/clock.ts';
import { pullStatus, useStatus } from '../../stores/status.ts';
import { expireAllTokens } from '../../stores/traffic.ts';
import { tokenAt } from './token-time.ts';
import styles from './tokens.module.css';

const CHOICES = [
  { value: 'optional', text: 'IMDSv1 allowed' },
  { value: 'required', text: 'IMDSv2 required' },
] as const;

type HttpTokens = (typeof CHOICES)[number]['value'];

const MEANING: Record<HttpTokens, string> = {
  optional: 'A request without a token is answered. One with a token that is over or made up gets 401.',
  required: 'A request without a valid token gets 401; a client first has to PUT for one.',
};

export function TokenSide({ tokens }: { tokens: TokenView[] }) {
  return (
    <section className={styles.side} aria-label="Token rules">
      <TokenRule />
      <ExpireAll tokens={tokens} />
    </section>
  );
}

function TokenRule() {
  const told = useStatus((store) => store.status?.instance.httpTokens ?? 'optional');
  // What was chosen stands until the server has answered.
  const [chosen, setChosen] = useState<HttpTokens | null>(null);
  const httpTokens = chosen ?? told;
  const choose = async (value: HttpTokens) => {
    setChosen(value);
    if ((await act('options.patch', { httpTokens: value })) !== null) await pullStatus();
    setChosen(null);
  };
  return (
    <section className={styles.part}>
      <h2>Metadata requests</h2>
      <div className={styles.rule}>
        <Segments
          label="Metadata requests"
          options={CHOICES}
          value={httpTokens}
          onChange={(value) => void choose(value)}
        />
      </div>
      <p className="dim">{MEANING[httpTokens]}</p>
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
      <PlainButton className={styles.wide} disabled={valid === 0} onClick={() => void expireAllTokens()}>
        Expire all
      </PlainButton>
      <p className="dim">A client that meets a 401 should ask for a new token and go on.</p>
    </section>
  );
}

function validText(count: number): string {
  if (count === 0) return 'No valid token';
  return count === 1 ? '1 valid token' : `${count} valid tokens`;
}
