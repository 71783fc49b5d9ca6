// Filters with a name: pick one, save the present one, delete one.
import { Popover } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { deleteFilter, type NamedFilter, saveFilter, useNamedFilters } from '../../stores/log/log-filters.ts';
import { setFilter, useLog } from '../../stores/log/log.ts';
import { tell, tellWithUndo } from '../../components/toasts.tsx';
import styles from './filter.module.css';

export function NamedFilters() {
  const [open, setOpen] = useState(false);
  const filters = useNamedFilters((named) => named.filters);
  const close = () => setOpen(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button kind="icon" aria-label="Saved filters" title="Saved filters" onClick={() => setOpen(!open)}>
          <IconBookmark size={14} stroke={1.8} aria-hidden />
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.named} aria-label="Saved filters">
        {filters.length === 0 && <p className="dim">No filter is saved yet.</p>}
        <ul>
          {filters.map((one) => (
            <Named key={one.name} named={one} onPick={close} />
          ))}
        </ul>
        <SaveForm onSaved={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Named({ named: { name, filter }, onPick }: { named: NamedFilter; onPick: () => void }) {
  const pick = () => {
    setFilter(filter);
    onPick();
  };
  return (
    <li>
      <Button kind="quiet" className={styles.pick} aria-label={`Use the filter ${name}`} onClick={pick}>
        <span className="cut">{name}</span>
        <span className="mono faint cut">{filter}</span>
      </Button>
      <Button
        kind="icon"
        aria-label={`Delete the filter ${name}`}
        onClick={() => tellWithUndo(`Deleted the filter ${name}`, deleteFilter(name))}
      >
        <IconTrash size={14} stroke={1.6} aria-hidden />
      </Button>
    </li>
  );
}

function SaveForm({ onSaved }: { onSaved: () => void }) {
  const filter = useLog((log) => log.filter).trim();
  const [name, setName] = useState('');
  if (filter === '') return <p className="faint">Type a filter to save it under a name.</p>;
  return (
    <form
      className={styles.save}
      onSubmit={(submit) => {
        submit.preventDefault();
        saveFilter(name, filter);
        tell(`Saved the filter ${name.trim()}`);
        onSaved();
      }}
    >
      <input
        type="text"
        aria-label="Name of the filter"
        placeholder="name of this filter"
        maxLength={60}
        value={name}
        onChange={(change) => setName(change.target.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        Save
      </Button>
    </form>
  );
}
