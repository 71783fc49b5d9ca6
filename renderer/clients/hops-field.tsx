// How many network hops away a client counts as, and what that means for its tokens.
import { Button } from '../components/button.tsx';
import type { ClientView } from '../../app/contract/traffic.ts';
import { hopsProblem } from '../components/hops.ts';
import { act } from '../control/control.ts';
import { useCurrentOptions } from '../control/pull-options.ts';
import { pullClients } from '../control/pull-traffic.ts';
import { TextField } from '../fields/text-field.tsx';
import { useStatus } from '../stores/status.ts';
import { countText } from '../words/count-text.ts';
import styles from './clients.module.css';

export function HopsField({ client }: { client: ClientView }) {
  const { address, hops, hopsGiven } = client;
  return (
    <>
      <div className={styles.hops}>
        <TextField
          label={`Hops to ${address}`}
          value={String(hops)}
          check={hopsProblem}
          onTake={(typed) => void setHops(address, Number(typed))}
        />
        {hopsGiven ? (
          <Button acts kind="link" size="s" onClick={() => void setHops(address, null)}>
            make automatic
          </Button>
        ) : (
          <span className="dim">by its address</span>
        )}
      </div>
      <Meaning client={client} />
    </>
  );
}

async function setHops(address: string, hops: number | null): Promise<void> {
  if ((await act('clients.patch', { address, hops })) !== null) await pullClients();
}

/** The limit is known of the first instance. */
function Meaning({ client: { instance, hops } }: { client: ClientView }) {
  const options = useCurrentOptions();
  const first = useStatus((store) => store.status?.instance.name);
  if (options === null || instance !== first) return null;
  const limit = options.httpPutResponseHopLimit;
  const away = countText(hops, 'hop');
  return (
    <p className={`dim ${styles.agentLine}`}>
      {hops > limit
        ? `${away} away, beyond the hop limit of ${limit}: it gets no token.`
        : `${away} away, within the hop limit of ${limit}: it gets a token.`}
    </p>
  );
}
