// Both sides as text.
import { Button } from '../../components/button.tsx';
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { copyText } from '../../components/copy.ts';
import styles from './detail.module.css';
import { rawRequest, rawResponse } from './raw-text.ts';

export function RawTab({ entry }: { entry: LogEntryView }) {
  return (
    <div className={styles.columns}>
      <Side title="Request" text={rawRequest(entry)} />
      <Side title="Response" text={rawResponse(entry)} />
    </div>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div tabIndex={0} role="group" aria-label={`Raw ${title.toLowerCase()}`}>
      <div className={styles.bodyHead}>
        <b>{title}</b>
        <Button kind="link" size="s" onClick={() => void copyText(text, `${title} copied`)}>
          copy
        </Button>
      </div>
      {text === '' ? <p className="faint">nothing was answered</p> : <CodeBlock label={title}>{text}</CodeBlock>}
    </div>
  );
}
