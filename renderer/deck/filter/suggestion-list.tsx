// The completions below the filter.
import styles from './filter.module.css';
import type { SuggestionBox } from './use-suggestions.ts';

export function SuggestionList({ id, box }: { id: string; box: SuggestionBox }) {
  return (
    <div id={id} className={styles.suggestions} role="listbox" aria-label="Completions" hidden={box.items.length === 0}>
      {box.items.map(({ text, note }, index) => (
        <div
          key={text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === box.marked}
          // The field keeps the focus.
          onMouseDown={(press) => press.preventDefault()}
          onClick={() => box.choose(index)}
        >
          <span className="mono cut">{text}</span>
          <span className="faint">{note}</span>
        </div>
      ))}
    </div>
  );
}
