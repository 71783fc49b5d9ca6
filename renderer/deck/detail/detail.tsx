// The selected request, below the list: why it was answered so, what came, what went. Without one its room is the list's.
import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { Tabs } from '../../components/tabs.tsx';
import { preciseText } from '../../words/time-text.ts';
import { focusPane, REQUEST_DETAIL, REQUEST_LIST } from '../../commands/panes.ts';
import { select, useLog } from '../../stores/log/log.ts';
import { indexOf } from '../../stores/log/log-window.ts';
import { CopyTab } from './copy-tab.tsx';
import styles from './detail.module.css';
import { EventPart } from './event-part.tsx';
import { RawTab } from './raw-tab.tsx';
import { RequestTab } from './request-tab.tsx';
import { ResponseTab } from './response-tab.tsx';
import { type EntryState, useEntry } from './use-entry.ts';
import { WhyTab } from './why-tab.tsx';

const TABS = [
  { id: 'why', title: 'Why' },
  { id: 'request', title: 'Request' },
  { id: 'response', title: 'Response' },
  { id: 'copy', title: 'Copy as' },
  { id: 'raw', title: 'Raw' },
] as const;
type TabId = (typeof TABS)[number]['id'];

const PARTS = { why: WhyTab, request: RequestTab, response: ResponseTab, copy: CopyTab, raw: RawTab };

export function Detail() {
  const selected = useLog((log) => log.selected);
  if (selected === null) return null;
  return (
    <section
      id={REQUEST_DETAIL}
      className={styles.detail}
      aria-label="Request detail"
      tabIndex={-1}
      onKeyDown={backByKey}
    >
      <SelectedLine sequence={selected} />
    </section>
  );
}

/** Escape goes back to the list; a menu that is open takes it first. */
function backByKey(press: KeyboardEvent): void {
  if (press.key === 'Escape' && !press.defaultPrevented) focusPane(REQUEST_LIST);
}

function SelectedLine({ sequence }: { sequence: number }) {
  const line = useLog(({ window: { rows } }) => rows[indexOf(rows, sequence)]);
  return line?.kind === 'event' ? <EventPart line={line} /> : <Selected key={sequence} sequence={sequence} />;
}

function Selected({ sequence }: { sequence: number }) {
  const [open, setOpen] = useState<TabId>(lastOpen);
  const state = useEntry(sequence);
  const choose = (id: TabId) => {
    lastOpen = id;
    setOpen(id);
  };
  const Part = PARTS[open];
  return (
    <Tabs label="Request detail" tabs={TABS} open={open} onOpen={choose} end={<End state={state} />}>
      {state.kind === 'failed' && <p className={styles.none}>{state.message}</p>}
      {state.kind === 'here' && <Part entry={state.entry} />}
    </Tabs>
  );
}

/** The next selected request opens on the same tab. */
let lastOpen: TabId = 'why';

function End({ state }: { state: EntryState }) {
  return (
    <span className={styles.end}>
      <Which state={state} />
      <CloseButton size="sm" aria-label="Close the detail" onClick={close} />
    </span>
  );
}

/** The list has the keyboard again; what held it is gone. */
function close(): void {
  select(null);
  focusPane(REQUEST_LIST);
}

function Which({ state }: { state: EntryState }) {
  if (state.kind !== 'here') return null;
  const { sequence, at, client, port, process } = state.entry;
  return (
    <span className={`dim cut ${styles.which}`}>
      #{sequence.toLocaleString('en')} · {preciseText(Date.parse(at))} · {client.includes(':') ? `[${client}]` : client}
      :{port}
      {process && ` · ${process.name} (pid ${process.pid})`}
    </span>
  );
}
