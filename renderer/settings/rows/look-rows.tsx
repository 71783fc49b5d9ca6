// How the panel looks: theme, density, times of day, the rail.
import { KeptChoice } from './kept-controls.tsx';
import { Tick } from '../../fields/tick.tsx';
import { toggleRail, useRail } from '../../stores/rail.ts';
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
