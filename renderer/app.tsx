// The panel inside what Mantine needs around it.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Shell } from './shell/shell.tsx';
import { useTheme } from './stores/settings.ts';
import { theme } from './theme.ts';

const MOST_TOASTS = 3;

export function App() {
  const colours = useTheme();
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(colours === 'system' ? {} : { forceColorScheme: colours })}
    >
      <Notifications limit={MOST_TOASTS} position="bottom-right" autoClose={6000} />
      <Shell />
    </MantineProvider>
  );
}
