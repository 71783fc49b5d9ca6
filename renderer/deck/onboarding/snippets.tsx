// One tab for each place an app may run in.
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { type Snippet, snippets, snippetText } from '../../../app/snippets.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { copyText } from '../../components/copy.ts';
import { Tabs } from '../../components/tabs.tsx';
import styles from './onboarding.module.css';

const KEY = 'metadeck.snippet';

export function Snippets({ endpoint }: { endpoint: string }) {
  const all = snippets(endpoint);
  const [open, setOpen] = useState(() => localStorage.getItem(KEY) ?? '');
  const shown = all.find((snippet) => snippet.id === open) ?? all[0];
  if (shown === undefined) return null;
  const choose = (id: string) => {
    localStorage.setItem(KEY, id);
    setOpen(id);
  };
  return (
    <div>
      <Tabs label="Where your app runs" tabs={all} open={shown.id} onOpen={choose}>
        <div className={styles.code}>
          <CodeBlock label={`For ${shown.title}`}>
            <Lines snippet={shown} />
          </CodeBlock>
          <Button size="s" onClick={() => void copyText(snippetText(shown), 'Copied')}>
            Copy
          </Button>
        </div>
      </Tabs>
    </div>
  );
}

function Lines({ snippet }: { snippet: Snippet }) {
  return snippet.lines.map(({ code, comment }, index) => (
    <span key={code}>
      {index > 0 && '\n'}
      {code}
      {comment !== undefined && <span className="faint">{comment}</span>}
    </span>
  ));
}
