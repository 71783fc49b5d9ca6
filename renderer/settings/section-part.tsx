// One section of the Settings screen and its rows.
import { useEffect, useRef } from 'react';
import { useView } from '../stores/view.ts';
import type { Row, Section } from './rows/sections.ts';
import styles from './settings.module.css';

export function SectionPart({ section }: { section: Section }) {
  const { id, title, help, rows } = section;
  return (
    <section id={`settings-${id}`} className={styles.section} aria-labelledby={`settings-${id}-title`}>
      <h2 id={`settings-${id}-title`}>{title}</h2>
      {help !== undefined && <p className={styles.help}>{help}</p>}
      <div className={styles.rows}>
        {rows.map((row) => (
          <RowPart key={row.id} row={row} />
        ))}
      </div>
    </section>
  );
}

function RowPart({ row }: { row: Row }) {
  const { id, title, help, note, Control } = row;
  const subject = useView((view) => view.screen === 'settings' && view.subject === id);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (subject) element.current?.scrollIntoView({ block: 'center' });
  }, [subject]);
  return (
    <div ref={element} className={styles.row} data-subject={subject || undefined} role="group" aria-label={title}>
      <div className={styles.words}>
        <h3>{title}</h3>
        <p className={styles.help}>{help}</p>
      </div>
      <div className={styles.control}>
        <Control />
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
    </div>
  );
}
