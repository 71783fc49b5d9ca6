// The completions below the filter, in a line; the marked one is always in view.
import { useEffect } from 'react';
import styles from './filter.module.css';
import type { SuggestionBox } from './use-suggestions.ts';

export function SuggestionList({ id, box }: { id: string; box: SuggestionBox }) {
  const { items, marked } = box;
  useEffect(() => {
    if (marked !== -1)
      document.getElementById(optionId(id, marked))?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [id, marked]);
  return (
    <div
      id={id}
      className={styles.suggestions}
      role="listbox"
      aria-label="Completions"
      aria-orientation="horizontal"
      hidden={items.length === 0}
    >
      {items.map(({ text, note }, index) => (
        <div
          key={text}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === marked}
          // The field keeps the focus.
          onMouseDown={(press) => press.preventDefault()}
          onClick={() => box.choose(index)}
        >
          <span className="mono cut">{text}</span>
          {note !== '' && <span className="faint">{note}</span>}
        </div>
      ))}
    </div>
  );
}

function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
