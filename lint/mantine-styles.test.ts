// A component of Mantine without its styles would be drawn bare, so none may be used whose styles are not loaded.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const RENDERER = path.resolve(import.meta.dirname, '../renderer');
const STYLES = path.resolve(RENDERER, '../node_modules/@mantine/core/styles');

/** Names in `import { … } from '@mantine/core'`, over all files of the panel. */
function componentsUsed(): string[] {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const imports = files.flatMap((file) => [
    ...readFileSync(path.join(RENDERER, file), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
  ]);
  return [...new Set(imports.flatMap(([, names]) => (names ?? '').split(',').map((name) => name.trim())))];
}

test('every Mantine component in use has its styles loaded', () => {
  const loaded = readFileSync(path.join(RENDERER, 'styles/mantine.css'), 'utf8');
  const styled = componentsUsed().filter((name) => existsSync(path.join(STYLES, `${name}.css`)));
  expect(styled).toContain('Menu');
  expect(styled.filter((name) => !loaded.includes(`/styles/${name}.css`))).toEqual([]);
});
