// How the panel looks: theme, density, times of day, the rail. And what it keeps of requests.
import { KeptChoice } from './kept-controls.tsx';
import { Tick } from '../../components/tick.tsx';
import { toggleRail, useRail } from '../../stores/rail.ts';
import { setSpoken, useSpoken } from '../../stores/log-spoken.ts';
import { useStatus } from '../../stores/status.ts';
import { DefaultLine } from './default-line.tsx';
import type { Section } from './sections.ts';

const THEMES = [
  { value: 'system', text: 'system' },
  { value: 'light', text: 'light' },
  { value: 'dark', text: 'dark' },
  { value: 'high-contrast', text: 'high contrast' },
] as const;
const DENSITIES = [
  { value: 'compact', text: 'compact' },
  { value: 'comfortable', text: 'comfortable' },
] as const;
const TIMES = [
  { value: 'local', text: 'local' },
  { value: 'utc', text: 'UTC' },
] as const;

function RailControl() {
  const folded = useRail((rail) => rail.folded);
  return (
    <>
      <Tick checked={!folded} onChange={toggleRail}>
        Names in the rail
      </Tick>
      <DefaultLine usual="on" changed={folded} what="names in the rail" onReset={toggleRail} />
    </>
  );
}

export const LOOK: Section = {
  id: 'look',
  title: 'Appearance',
  rows: [
    {
      id: 'theme',
      title: 'Theme',
      help: 'High contrast is light or dark as the system is.',
      words: 'dark mode colour color',
      Control: () => <KeptChoice name="theme" label="Theme" options={THEMES} />,
    },
    {
      id: 'density',
      title: 'Density',
      help: 'The height of rows in lists.',
      Control: () => <KeptChoice name="density" label="Density" options={DENSITIES} />,
    },
    {
      id: 'times',
      title: 'Times of day',
      help: 'What clients get is always in UTC.',
      words: 'clock zone timezone',
      Control: () => <KeptChoice name="times" label="Times of day" options={TIMES} />,
    },
    {
      id: 'rail',
      title: 'Rail',
      help: 'Without names it shows its icons only.',
      words: 'sidebar',
      Control: RailControl,
    },
  ],
};

function LimitsControl() {
  const counts = useStatus((store) => store.status?.counts);
  return (
    <p>
      {(counts?.limit ?? 10_000).toLocaleString('en')} requests or 64 MiB, whichever comes first
      {counts !== undefined && <span className="dim">; {counts.kept.toLocaleString('en')} held now</span>}
    </p>
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
      id: 'limits',
      title: 'Limits',
      help: 'The oldest make way. Bodies of Metadeck’s own are not kept twice; others up to 4 KiB.',
      words: 'memory size ring',
      Control: LimitsControl,
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
