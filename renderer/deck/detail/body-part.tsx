// The body that went out, exactly as it was kept.
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { copyText } from '../../components/copy.ts';
import { sizeText } from '../log/row-text.ts';
import styles from './detail.module.css';
import { visibleText } from './visible-text.ts';

export function BodyPart({ entry }: { entry: LogEntryView }) {
  const [visible, setVisible] = useState(lastVisible);
  const show = () => {
    lastVisible = !visible;
    setVisible(lastVisible);
  };
  return (
    <>
      <div className={styles.bodyHead}>
        <b>Body</b>
        <span className="dim cut">{factsOf(entry)}</span>
        {entry.body !== '' && (
          <span className={styles.bodyActs}>
            <Button kind="link" size="s" aria-pressed={visible} onClick={show}>
              {visible ? 'hide whitespace' : 'show whitespace'}
            </Button>
            <Button kind="link" size="s" onClick={() => void copyText(entry.body, 'Body copied')}>
              copy
            </Button>
          </span>
        )}
      </div>
      {entry.body === '' ? (
        <p className="faint">empty</p>
      ) : (
        <CodeBlock label="Body">{visible ? visibleText(entry.body) : entry.body}</CodeBlock>
      )}
      {entry.truncated && <p className="faint">truncated, {sizeText(entry.size)} in all</p>}
    </>
  );
}

/** The next body is shown in the same way. */
let lastVisible = false;

/** `text/plain · 58 B · no line end`. */
function factsOf(entry: LogEntryView): string {
  const type = headerOf(entry.responseHeaders, 'content-type')?.split(';')[0];
  const text = entry.encoding === 'utf8' && entry.body !== '' && !entry.truncated;
  const end = text && !entry.body.endsWith('\n') ? 'no line end' : undefined;
  const facts = [type, sizeText(entry.size), entry.encoding === 'base64' ? 'in base64' : end];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}

function headerOf(headers: LogEntryView['requestHeaders'], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}
