// The panel inside what Mantine needs around it.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setTimes } from './words/time-text.ts';
import { Shell } from './shell/shell.tsx';
import { useSetting } from './stores/settings.ts';
import { theme } from './theme.ts';
import { useForcedScheme, useRootMarks } from './theme-root.ts';

const MOST_TOASTS = 3;

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
      <section aria-label="Messages">
        <Notifications withinPortal={false} limit={MOST_TOASTS} position="bottom-right" autoClose={6000} />
      </section>
      {/* Times of day are written anew everywhere when their zone changes. */}
      <Shell key={times} />
    </MantineProvider>
  );
}
