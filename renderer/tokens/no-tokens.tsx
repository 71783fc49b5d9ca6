// The empty list: how a client gets its first token.
import { Button } from '../components/button.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import { copyText } from '../components/copy.ts';
import { tokenCurl } from '../components/curl.ts';
import { useStatus } from '../stores/status.ts';
import styles from './tokens.module.css';

const USUAL_ENDPOINT = 'http://127.0.0.1:1338';

export function NoTokens() {
  const endpoint = useStatus((store) => store.status?.endpoint) ?? USUAL_ENDPOINT;
  const line = tokenCurl(endpoint);
  return (
    <div className={styles.empty}>
      <h2>No IMDSv2 token yet</h2>
      <p className="dim">The AWS SDKs ask for one before their first request. By hand:</p>
      <CodeBlock label="Request for a token">{line}</CodeBlock>
      <div>
        <Button onClick={() => void copyText(line, 'Copied')}>Copy</Button>
      </div>
    </div>
  );
}
