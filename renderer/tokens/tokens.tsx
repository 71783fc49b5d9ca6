// IMDSv2 tokens that clients hold, and whether they need one.
import { useTraffic } from '../stores/traffic.ts';
import { TokenSide } from './token-side.tsx';
import { TokenTable } from './token-table.tsx';
import styles from './tokens.module.css';
import { NoTokens } from './no-tokens.tsx';

export function TokensScreen() {
  const tokens = useTraffic((traffic) => traffic.tokens);
  return (
    <div className={styles.screen}>
      <h1 className="only-heard">Tokens</h1>
      <div className={styles.list}>
        {tokens !== null && tokens.length > 0 && <TokenTable tokens={tokens} />}
        {tokens?.length === 0 && <NoTokens />}
      </div>
      <TokenSide tokens={tokens ?? []} />
    </div>
  );
}
