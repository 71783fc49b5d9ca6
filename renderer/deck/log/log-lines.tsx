// Lines between toolbar and list that say why the list is not simply everything, as it comes.
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { filterSentence } from '../../../app/filter/sentence.ts';
import { runCommand } from '../../commands/dispatch.ts';
import { clockText, spanText } from '../../words/time-text.ts';
import { useNow } from '../../stores/clock.ts';
import { searchedUpTo } from '../../stores/log/log-bodies.ts';
import { notSorted } from '../../stores/log/log-sort.ts';
import { setSort, useLog } from '../../stores/log/log.ts';
import { firstRequest, lastSequence } from '../../stores/log/log-window.ts';
import { firstWasSeen, useOnboarding } from '../../stores/onboarding.ts';
import { useStatus } from '../../stores/status.ts';
import { FILTER_SENTENCE } from '../filter/filter-box.tsx';
import styles from './log-lines.module.css';
import { clientText } from './row-text.ts';

export function LogLines() {
  return (
    <div className={styles.lines}>
      <FilterLine />
      <SortLine />
      <PausedLine />
      <StoppedLine />
      <FirstLine />
    </div>
  );
}

type LineProps = { kind: 'filter' | 'sort' | 'paused' | 'stopped' | 'first'; id?: string; children: ReactNode };

function Line({ kind, id, children }: LineProps) {
  return (
    <div id={id} className={styles.line} data-kind={kind}>
      {children}
    </div>
  );
}

function FilterLine() {
  const sentence = filterSentence(useLog((log) => log.filter));
  const searching = useLog((log) => searchedUpTo(log.finds) < lastSequence(log.window.rows));
  if (sentence === '') return null;
  return (
    <Line kind="filter" id={FILTER_SENTENCE}>
      <span className="cut" title={sentence}>
        {sentence}
      </span>
      {searching && <span className="faint">looking into bodies…</span>}
    </Line>
  );
}

const SORTED = {
  time: { descending: 'Newest first', ascending: 'Oldest first' },
  ms: { descending: 'Slowest first', ascending: 'Fastest first' },
};

function SortLine() {
  const sort = useLog((log) => log.sort);
  const later = useLog((log) => notSorted(log.window, log.sort));
  if (sort === null) return null;
  const words = SORTED[sort.by][sort.descending ? 'descending' : 'ascending'];
  return (
    <Line kind="sort">
      <span className="cut">
        {words}; following is paused{later > 0 && `, ${later.toLocaleString('en')} newer not sorted in`}
      </span>
      {later > 0 && <Act title="Sort them in" run={() => setSort(sort)} />}
      <Act title="Back to following" run={() => setSort(null)} />
    </Line>
  );
}

function PausedLine() {
  const pausedAt = useLog((log) => log.pausedAt);
  return pausedAt === null ? null : <PausedSince at={pausedAt} />;
}

function PausedSince({ at }: { at: number }) {
  const now = useNow();
  return (
    <Line kind="paused">
      <span className="cut">
        Paused at {clockText(at)}, {spanText(now - at)} ago. Metadeck goes on answering and recording.
      </span>
      <Act title="Resume" run={() => runCommand('log.pause')} />
    </Line>
  );
}

/** Stopped by somebody: a port that is taken has a strip of its own below the header. */
function StoppedLine() {
  const stopped = useStatus((store) => store.status?.state === 'stopped');
  if (!stopped) return null;
  return (
    <Line kind="stopped">
      <span className="cut">Stopped: requests get no answer.</span>
      <Act title="Start" run={() => runCommand('server.start')} />
    </Line>
  );
}

/** The wait is over: told once, to whom waited on this page. */
function FirstLine() {
  const waited = useOnboarding((onboarding) => onboarding.waited);
  const first = useLog((log) => firstRequest(log.window.rows));
  if (!waited || first === undefined) return null;
  return (
    <Line kind="first">
      <span className="cut" role="status">
        <IconCheck size={13} stroke={2.4} aria-hidden /> {clientText(first)} asked for {first.target.slice(0, 200)}
      </span>
      <Act title="Show the address again" run={() => runCommand('app.point')} />
      <Act title="Dismiss" run={firstWasSeen} />
    </Line>
  );
}

function Act({ title, run }: { title: string; run: () => void }) {
  return (
    <Button kind="link" size="s" onClick={run}>
      {title}
    </Button>
  );
}
