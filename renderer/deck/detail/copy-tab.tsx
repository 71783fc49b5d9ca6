// The request as code that asks again, in one of several languages.
import { Button } from '../../components/button.tsx';
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { COPY_LANGUAGES, copyAs } from '../../../app/log/copy-as.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { Segments } from '../../components/segments.tsx';
import { copyRequest } from '../log/row-actions.ts';
import { chooseLanguage, languageTitle, useCopyChoice } from '../../stores/copy-choice.ts';
import { useStatus } from '../../stores/status.ts';
import styles from './detail.module.css';

const OPTIONS = COPY_LANGUAGES.map(({ id, title }) => ({ value: id, text: title }));

export function CopyTab({ entry }: { entry: LogEntryView }) {
  const language = useCopyChoice((choice) => choice.language);
  const endpoint = useStatus((store) => store.status?.endpoint ?? null);
  if (endpoint === null) return <p className={styles.none}>Metadeck does not listen, so there is no address to ask.</p>;
  return (
    <div className={styles.copyAs} tabIndex={0} role="group" aria-label="Copy as">
      <div className={styles.copyHead}>
        <Segments label="Language" options={OPTIONS} value={language} onChange={chooseLanguage} />
        <Button onClick={() => copyRequest(entry)}>Copy</Button>
      </div>
      <CodeBlock label={`In ${languageTitle(language)}`}>{copyAs(language, { endpoint, ...entry })}</CodeBlock>
    </div>
  );
}
