// One scale: spaces, radii, text sizes and colours have names in styles/tokens.css, and no stylesheet has one of its own.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const RENDERER = path.join(ROOT, 'renderer');
const TOKENS = 'styles/tokens.css';

const SCALED =
  /(?:^|[\s;{])((?:padding|margin)(?:-[a-z]+)*|(?:row-|column-)?gap|(?:border-[a-z-]+-|border-)radius|font(?:-size)?)\s*:\s*([^;}]*[^;}\s])/g;
const RAW_SIZE = /(?<![\w.-])-?(?:\d*\.)?\d+(?:px|rem|em|pt|ch|ex)\b/;
const HEX = /#[0-9a-f]{3,8}\b/gi;

/** Sizes that are no step of the scale, and why each may stand. */
const EXCEPTIONS: Record<string, string> = {
  'deck/cards/fire.module.css: margin-left: -1px': "two buttons share one hairline, so this is the line's width",
};

function textOf(file: string): string {
  return readFileSync(path.join(RENDERER, file), 'utf8');
}

function filesEndingIn(end: string): string[] {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' });
  return files.map((file) => file.replaceAll(path.sep, '/')).filter((file) => file.endsWith(end));
}

function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

function rawSizes(css: string): string[] {
  // The height of a line may follow a slash; it is no step of the scale.
  const set = [
    ...withoutComments(css)
      .replaceAll(/\/ ?[\d.]+(?:px)?(?= )/g, '')
      .matchAll(SCALED),
  ];
  return set.filter(([, , value = '']) => RAW_SIZE.test(value)).map(([, name, value]) => `${name}: ${value}`);
}

function firstIn(text: string, before: RegExp): string | undefined {
  return before.exec(text)?.[1];
}

test.each([
  ['.a { padding: 0 7px; }', ['padding: 0 7px']],
  ['.a {\n  margin-inline-start: -1.5rem;\n}', ['margin-inline-start: -1.5rem']],
  ['.a { gap: var(--space-2) 3px }', ['gap: var(--space-2) 3px']],
  ['.a { border-top-left-radius: 4px; }', ['border-top-left-radius: 4px']],
  ['.a { border-radius: 4px; }', ['border-radius: 4px']],
  ['.a { font: 600 11px/16px x; }', ['font: 600 11px x']],
  ['.a { font: 600 var(--text-xs) / 16px x; }', []],
  ['.a { padding: 0 var(--space-2); margin: auto; border-radius: 0; height: 40px; }', []],
  ['/* padding: 3px; */ .a { margin: calc(-1 * var(--space-2)); }', []],
])('%s has the raw sizes %j', (css, raw) => {
  expect(rawSizes(css)).toEqual(raw);
});

test('every space, radius and text size of a stylesheet is a step of the scale', () => {
  const files = filesEndingIn('.css').filter((file) => file !== TOKENS);
  const raw = files.flatMap((file) => rawSizes(textOf(file)).map((size) => `${file}: ${size}`));
  expect(raw).toEqual(Object.keys(EXCEPTIONS));
});

test('every step that a stylesheet or the theme names is there', () => {
  const known = new Set([...textOf(TOKENS).matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const files = [...filesEndingIn('.css'), 'theme.ts'];
  const named = files.flatMap((file) =>
    [...textOf(file).matchAll(/var\((--(?:space|radius|text|control|row)[\w-]*)\)/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test('a colour is written as a number in the tokens only', () => {
  const files = filesEndingIn('.css').filter((file) => file !== TOKENS);
  expect(files.flatMap((file) => withoutComments(textOf(file)).match(HEX) ?? [])).toEqual([]);
});

test("a part's own style has no size, and no colour as a number", () => {
  const raw = filesEndingIn('.tsx').flatMap((file) =>
    [...textOf(file).matchAll(/style=\{\{[^}]*\}/g)]
      .map(([style]) => style)
      .filter((style) => /\b(?:gap|padding\w*|margin\w*|borderRadius|fontSize): *['"]?-?\d|#[0-9a-f]{3}/i.test(style))
      .map((style) => `${file}: ${style}`),
  );
  expect(raw).toEqual([]);
});

test('page, Mantine and window have the backgrounds of the tokens', () => {
  const light = firstIn(textOf(TOKENS), /--bg: (#\w+);/);
  const dark = firstIn(textOf(TOKENS), /--bg-dark: (#\w+);/);
  const inWindow = readFileSync(path.join(ROOT, 'main/electron/theme.ts'), 'utf8');
  expect(inWindow).toContain(`{ light: '${light}', dark: '${dark}' }`);
  const greys = [
    ...(textOf('theme.ts')
      .split('const dark')[1]
      ?.matchAll(/'(#\w+)'/g) ?? []),
  ].map(([, grey]) => grey);
  expect(greys[7]).toBe(dark);
});

test('the list of requests counts with the row heights of the tokens', () => {
  const rows = [...textOf(TOKENS).matchAll(/--row: (\d+)px/g)].map(([, height]) => height);
  const head = firstIn(textOf(TOKENS), /--row-small: (\d+)px/);
  const grid = textOf('deck/log/grid.tsx');
  expect(grid).toContain(`{ compact: ${rows[0]}, comfortable: ${rows[1]} }`);
  expect(grid).toContain(`HEAD_HEIGHT = ${head};`);
});

test('a button is the one of components/button.tsx', () => {
  const files = filesEndingIn('.tsx').filter((file) => file !== 'components/button.tsx');
  expect(files.filter((file) => /<button\b|import \{[^}]*\bButton\b[^}]*\} from '@mantine/.test(textOf(file)))).toEqual(
    [],
  );
});
