// Mantine in the panel's clothes: its sizes, its fonts and its colours. Both are in styles/tokens.css; the colours that Mantine mixes itself are repeated here.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** One accent, from light to dark; 6 is used on light, 4 as text on dark. */
const accent: MantineColorsTuple = [
  '#e8f0fe',
  '#d3e2fd',
  '#a8c5fb',
  '#8ab4ff',
  '#6ea1ff',
  '#4a86f5',
  '#2460d8',
  '#1f54bf',
  '#1a49a6',
  '#143b88',
];

/** The greys of the dark theme, so that menus and fields sit on the panel's own surfaces. */
const dark: MantineColorsTuple = [
  '#e6eaef',
  '#c5ccd4',
  '#a3adb8',
  '#8e99a5',
  '#2a313a',
  '#262d36',
  '#1a1f26',
  '#12161b',
  '#0f1317',
  '#0b0e12',
];

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  black: '#1c2229',
  fontFamily: 'var(--font-words)',
  fontFamilyMonospace: 'var(--font-data)',
  headings: { fontFamily: 'var(--font-words)' },
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-s)',
    md: 'var(--text-m)',
    lg: 'var(--text-l)',
    xl: 'var(--text-xl)',
  },
  lineHeights: { md: '1.45' },
  spacing: {
    xs: 'var(--space-4)',
    sm: 'var(--space-5)',
    md: 'var(--space-6)',
    lg: 'var(--space-7)',
    xl: 'var(--space-8)',
  },
  radius: {
    xs: 'var(--radius-s)',
    sm: 'var(--radius-m)',
    md: 'var(--radius-m)',
    lg: 'var(--radius-l)',
    xl: 'var(--radius-round)',
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', offset: 4, transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 400, fz: 'sm', transitionProps: { duration: 120 } } },
    Checkbox: { defaultProps: { radius: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
  },
});
