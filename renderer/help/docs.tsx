// Metadeck's own documents, to be read where it runs, without a network.
import { useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import { openDoc, useOverlay } from '../stores/overlay.ts';
import { docNamed, DOCS } from './doc-list.ts';
import styles from './help.module.css';
import { type Block, blocksOf, piecesOf } from './markdown.ts';

const FILES = import.meta.glob<string>(
  ['../../README.md', '../../docs/{differences,fidelity,http-api,credentials,identity,clients,aemm}.md'],
  { query: '?raw', import: 'default' },
);

export function Docs() {
  const doc = docNamed(useOverlay((overlay) => overlay.doc));
  const blocks = useBlocks(doc?.name ?? '');
  return (
    <div className={styles.docs}>
      <nav aria-label="Documents" className={styles.list}>
        {DOCS.map(({ name, title }) => (
          <Button
            key={name}
            kind="quiet"
            aria-current={name === doc?.name ? 'page' : undefined}
            onClick={() => openDoc(name)}
          >
            {title}
          </Button>
        ))}
      </nav>
      <article key={doc?.name} className={styles.doc} tabIndex={0} aria-label={doc?.title}>
        {blocks.map((block, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a document stays as it is
          <BlockPart key={index} block={block} />
        ))}
      </article>
    </div>
  );
}

function useBlocks(name: string): readonly Block[] {
  const [blocks, setBlocks] = useState<readonly Block[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = FILES[name === 'README' ? '../../README.md' : `../../docs/${name}.md`];
    void load?.().then((text) => isCurrent && setBlocks(blocksOf(text)));
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return blocks;
}

function BlockPart({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level <= 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'code':
      return <CodeBlock label="Example">{block.text}</CodeBlock>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table {...block} />;
    case 'text':
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
  }
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell}>{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, index) => (
              <td key={head[index]}>
                <Words text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ text }: { text: string }) {
  return piecesOf(text).map(({ kind, text: words }, index) => {
    const key = `${index} ${words}`;
    if (kind === 'code') return <code key={key}>{words}</code>;
    return kind === 'bold' ? <b key={key}>{words}</b> : <span key={key}>{words}</span>;
  });
}
