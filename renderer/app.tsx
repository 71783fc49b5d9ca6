// The panel inside what Mantine needs around it.
import { MantineProvider } from '@mantine/core';
import { setTimes } from './words/time-text.ts';
import { Shell } from './shell/shell.tsx';
import { useSetting } from './stores/settings.ts';
import { theme } from './theme.ts';
import { useForcedScheme, useRootMarks } from './theme-root.ts';

export function App() {
  const scheme = useForcedScheme();
  const times = useSetting('times');
  useRootMarks();
  setTimes(times);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(scheme === undefined ? {} : { forceColorScheme: scheme })}
    >
      {/* Times of day are written anew everywhere when their zone changes. */}
      <Shell key={times} />
    </MantineProvider>
  );
}
