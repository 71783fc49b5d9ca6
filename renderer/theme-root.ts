// Puts theme, contrast and density where the stylesheets look for them: on the page's root.
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useSetting } from './stores/settings.ts';

/** The colours that are forced on the panel; undefined where the system decides. */
export function useForcedScheme(): 'light' | 'dark' | undefined {
  const theme = useSetting('theme');
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}

/** Where the theme is the system's, so is the contrast. */
export function useRootMarks(): void {
  const theme = useSetting('theme');
  const density = useSetting('density');
  const asked = useMediaQuery('(prefers-contrast: more)');
  const high = theme === 'high-contrast' || (theme === 'system' && asked);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.density = density;
    if (high) dataset.contrast = 'high';
    else delete dataset.contrast;
  }, [density, high]);
}
