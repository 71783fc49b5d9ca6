// What is kept of requests, and what is said of them aloud.
import { DEFAULT_SETTINGS } from '../../../app/settings/defaults.ts';
import { TextField } from '../../fields/text-field.tsx';
import { Tick } from '../../fields/tick.tsx';
import { setSpoken, useSpoken } from '../../stores/log/log-spoken.ts';
import { useStatus } from '../../stores/status.ts';
import { keptRequestsProblem } from './checks.ts';
import { DefaultLine } from './default-line.tsx';
import { KeptTick } from './kept-controls.tsx';
import type { Section } from './sections.ts';
import styles from '../settings.module.css';
import { useKept } from './use-kept.ts';

function LimitControl() {
  const { value, set, reset, changed } = useKept('keptRequests');
  const held = useStatus((store) => store.status?.counts.kept);
  return (
    <>
      <div className={styles.line}>
        <TextField
          label="Requests kept"
          value={String(value)}
          check={keptRequestsProblem}
          onTake={(typed) => set(Number(typed))}
        />
        <span className="dim">requests{held !== undefined && `; ${held.toLocaleString('en')} held now`}</span>
      </div>
      <DefaultLine
        usual={DEFAULT_SETTINGS.keptRequests.toLocaleString('en')}
        changed={changed}
        what="limit"
        onReset={reset}
      />
    </>
  );
}

function SpokenControl() {
  const on = useSpoken((spoken) => spoken.on);
  return (
    <>
      <Tick checked={on} onChange={setSpoken}>
        Say new requests
      </Tick>
      <DefaultLine usual="on" changed={!on} what="new requests said aloud" onReset={() => setSpoken(true)} />
    </>
  );
}

export const LOG: Section = {
  id: 'log',
  title: 'Log',
  rows: [
    {
      id: 'keptRequests',
      title: 'Limit',
      help: 'Over it, or over 64 MiB, the oldest are dropped. Bodies of Metadeck’s own are not kept twice; others up to 4 KiB.',
      words: 'limits memory size ring keep drop older requests',
      Control: LimitControl,
    },
    {
      id: 'nameProcesses',
      title: 'Processes',
      help: 'On Linux, which process on this machine asked: its name and pid, looked up beside the answers. Only while its connection is open: one that is over with its answer is often missed.',
      words: 'process pid name who asked',
      Control: () => <KeptTick name="nameProcesses" what="Name the processes that ask" />,
    },
    {
      id: 'redaction',
      title: 'Secrets',
      help: 'Tokens and credentials are masked when they are recorded: there is nothing to reveal later.',
      words: 'redaction mask credentials',
      Control: () => <p>Always masked</p>,
    },
    {
      id: 'sayRequests',
      title: 'Said aloud',
      help: 'For screen readers: how many requests came, at most every ten seconds.',
      words: 'screen reader announce live',
      Control: SpokenControl,
    },
  ],
};
