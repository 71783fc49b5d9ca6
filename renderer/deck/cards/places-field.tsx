// Any number of places, typed.
import { NumberInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { AudienceRule } from '../../../app/events/schema.ts';
import { DEFAULT_PLACES, MAX_PLACES } from '../../../app/events/kinds.ts';
import styles from './fire.module.css';

export function PlacesField({ rule, set }: { rule: AudienceRule; set: (rule: AudienceRule) => void }) {
  const [count, setCount] = useState<number | string>(rule.kind === 'first' ? rule.count : DEFAULT_PLACES);
  const commit = () => {
    if (typeof count === 'number') set({ kind: 'first', count });
  };
  const onKeyDown = (press: KeyboardEvent) => {
    // Arrows belong to the number here, not to the menu around it.
    if (press.key !== 'Escape') press.stopPropagation();
    if (press.key === 'Enter') commit();
  };
  return (
    <label className={`${styles.row} ${styles.places}`}>
      first
      <NumberInput
        aria-label="Number of places"
        value={count}
        onChange={setCount}
        onKeyDown={onKeyDown}
        onBlur={() => rule.kind === 'first' && rule.count !== count && commit()}
        min={1}
        max={MAX_PLACES}
        allowDecimal={false}
        w={64}
      />
      clients
    </label>
  );
}
