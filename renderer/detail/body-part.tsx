// The body that went out, exactly as it was kept.
import type { LogEntryView } from '../../app/contract/traffic.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { copyText } from '../components/copy.ts';
import { sizeText } from '../log/row-text.ts';
import styles from './detail.module.css';

export function BodyPart({ entry }: { entry: LogEntryView }) {
  const type = headerOf(entry.responseHeaders, 'content-type')?.split(';')[0];
  const facts = [type, sizeText(entry.size), entry.encoding === 'base64' ? 'in base64' : undefined];
  return (
    <>
      <div className={styles.bodyHead}>
        <b>Body</b>
        <span className="dim">{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
        {entry.body !== '' && (
          <button type="button" className="link" onClick={() => void copyText(entry.body, 'Body copied')}>
            copy
          </button>
        )}
      </div>
      {entry.body === '' ? <p className="faint">empty</p> : <CodeBlock label="Body">{entry.body}</CodeBlock>}
      {entry.truncated && <p className="faint">truncated, {sizeText(entry.size)} in all</p>}
    </>
  );
}

function headerOf(headers: LogEntryView['requestHeaders'], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}
