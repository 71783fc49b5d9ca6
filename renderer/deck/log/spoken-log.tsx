// Tells those who listen how many requests came, at most every ten seconds; the list itself is silent.
import { useEffect, useState } from 'react';
import type { LogRow } from '../../../app/contract/traffic.ts';
import { useSpoken } from '../../stores/log/log-spoken.ts';
import { useLog } from '../../stores/log/log.ts';
import { indexAfter, lastSequence, requestsIn } from '../../stores/log/log-window.ts';
import { statusKind } from './row-text.ts';

const EVERY_MS = 10_000;

export function SpokenLog() {
  const [said, setSaid] = useState('');
  const on = useSpoken((spoken) => spoken.on);
  useEffect(() => {
    if (!on) return;
    let told = lastSequence(useLog.getState().window.rows);
    const timer = setInterval(() => {
      const { rows } = useLog.getState().window;
      setSaid(spokenRows(requestsIn(rows.slice(indexAfter(rows, told)))));
      told = lastSequence(rows);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [on]);
  return (
    <span className="only-heard" role="status">
      {on && said}
    </span>
  );
}

/** `23 new requests, 2 errors`; empty without any. */
export function spokenRows(rows: readonly LogRow[]): string {
  const errors = rows.filter((row) => statusKind(row.status) === 'bad').length;
  if (rows.length === 0) return '';
  const requests = rows.length === 1 ? '1 new request' : `${rows.length} new requests`;
  if (errors === 0) return requests;
  return `${requests}, ${errors === 1 ? '1 error' : `${errors} errors`}`;
}
