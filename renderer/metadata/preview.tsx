// What a client gets for a path, byte for byte.
import { useCallback, useState } from 'react';
import { Button } from '../components/button.tsx';
import type { Answer } from '../../app/contract/answers.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { copyText } from '../components/copy.ts';
import { pathCurl } from '../components/curl.ts';
import { call } from '../control/control.ts';
import { useStatus } from '../stores/status.ts';

import styles from './pane.module.css';
import { useWorldChange } from './paths/use-world-change.ts';
import { answerText } from './answer-text.ts';

const USUAL_ENDPOINT = 'http://127.0.0.1:1338';

export function Preview({ path }: { path: string }) {
  const answer = usePreview(path);
  const endpoint = useStatus((store) => store.status?.endpoint) ?? USUAL_ENDPOINT;
  return (
    <section className={styles.field} aria-label="What a client gets">
      <div className={styles.line}>
        <b>What a client gets</b>
        <span className="dim">{answer === null ? '…' : answerText(answer)}</span>
        <span className={styles.end}>
          <Button
            className={styles.button}
            disabled={answer === null}
            onClick={() => void copyText(answer?.body ?? '', 'Body copied')}
          >
            Copy
          </Button>
          <Button
            className={styles.button}
            title="With the request for an IMDSv2 token"
            onClick={() => void copyText(pathCurl(endpoint, path), 'Copied as curl')}
          >
            Copy as curl
          </Button>
        </span>
      </div>
      <Body answer={answer} />
      {isFailure(answer) && <p className="dim">{answer.why.sentence}</p>}
    </section>
  );
}

function isFailure(answer: Answer | null): answer is Answer {
  return answer !== null && (answer.status === null || answer.status >= 400);
}

function Body({ answer }: { answer: Answer | null }) {
  const isEmpty = answer?.size === 0;
  return (
    <div className={styles.body}>
      <CodeBlock label="Body">{isEmpty ? <span className="faint">no body</span> : (answer?.body ?? ' ')}</CodeBlock>
    </div>
  );
}

/** Asked again whenever the world changes; the answer for another path is never shown. */
function usePreview(path: string): Answer | null {
  const [got, setGot] = useState<{ path: string; answer: Answer } | null>(null);
  const pull = useCallback(async () => {
    const result = await call('metadata.preview', { path });
    if (result.ok) setGot({ path, answer: result.data });
  }, [path]);
  useWorldChange(pull);
  return got?.path === path ? got.answer : null;
}
