// Settings: a search, the sections, and in each row its default and the way back to it. Everything takes effect at once.
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { countText } from '../words/count-text.ts';
import { foundSections } from './rows/sections.ts';
import { SectionPart } from './section-part.tsx';
import { allSections } from './all-sections.tsx';
import styles from './settings.module.css';

const SECTIONS = allSections();

export function SettingsScreen() {
  const [typed, setTyped] = useState('');
  const found = foundSections(SECTIONS, typed);
  return (
    <div className={styles.screen}>
      <h1 className="only-heard">Settings</h1>
      <nav className={styles.nav} aria-label="Sections">
        {SECTIONS.map(({ id, title }) => (
          <Button kind="quiet" key={id} onClick={() => document.getElementById(`settings-${id}`)?.scrollIntoView()}>
            {title}
          </Button>
        ))}
      </nav>
      <div className={styles.scroll}>
        <div className={styles.content}>
          <input
            type="search"
            className={styles.search}
            data-screen-filter=""
            aria-label="Search settings"
            placeholder="Search settings"
            spellCheck={false}
            value={typed}
            onChange={(change) => setTyped(change.currentTarget.value)}
          />
          <p className="only-heard" role="status">
            {typed === '' ? '' : `${countText(found.flatMap(({ rows }) => rows).length, 'setting', '0')} found`}
          </p>
          {found.length === 0 && <p className={styles.none}>No setting has these words.</p>}
          {found.map((section) => (
            <SectionPart key={section.id} section={section} />
          ))}
        </div>
      </div>
    </div>
  );
}
