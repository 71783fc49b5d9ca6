// Reporting a problem: what to say, what to attach, and that nothing secret is in it.
import { Button } from '../components/button.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import { copyText } from '../components/copy.ts';
import { runCommand } from '../commands/dispatch.ts';
import { useStatus } from '../stores/status.ts';
import styles from './help.module.css';
import { reportText } from './report-text.ts';

export function Report() {
  const status = useStatus((store) => store.status);
  if (status === null) return null;
  const text = reportText(status, navigator.userAgent);
  return (
    <div className={styles.report}>
      <p>Open an issue where you got Metadeck from: what you did, what you expected, what came. Add this:</p>
      <CodeBlock label="What is running">{text}</CodeBlock>
      <p>
        Attach the world, which brings others to where you are, and the requests, which show what was answered and why.
        Neither holds a token or a secret.
      </p>
      <div className={styles.acts}>
        <Button kind="primary" onClick={() => void copyText(text, 'Copied')}>
          Copy
        </Button>
        <Button acts onClick={() => runCommand('world.export')}>
          Export the world
        </Button>
        <Button onClick={() => runCommand('log.export-har')}>Export the requests as HAR</Button>
      </div>
    </div>
  );
}
