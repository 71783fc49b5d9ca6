// Metadeck's own documents are read whole: each of their blocks as what it is.
import { expect, test } from 'vitest';
import { DOCS } from './doc-list.ts';
import { blocksOf, piecesOf } from './markdown.ts';

test('each kind of block', () => {
  const document = [
    '# Title',
    'Words',
    'that go on.',
    '![a picture](a.png)',
    '- one,',
    '  in two lines',
    '- two',
    '',
    '| a | b |',
    '| - | - |',
    String.raw`| \| | 2 |`,
    '```sh',
    '# no heading',
    '```',
  ];
  expect(blocksOf(document.join('\n'))).toEqual([
    { kind: 'heading', level: 1, text: 'Title' },
    { kind: 'text', text: 'Words that go on.' },
    { kind: 'list', items: ['one, in two lines', 'two'] },
    { kind: 'table', head: ['a', 'b'], rows: [['|', '2']] },
    { kind: 'code', text: '# no heading' },
  ]);
});

test('code, bold words and links within a text', () => {
  expect(piecesOf('Use `npm ci` and **wait**; see [the API](http-api.md).')).toEqual([
    { kind: 'text', text: 'Use ' },
    { kind: 'code', text: 'npm ci' },
    { kind: 'text', text: ' and ' },
    { kind: 'bold', text: 'wait' },
    { kind: 'text', text: '; see the API.' },
  ]);
});

const FILES = import.meta.glob<string>(['../../README.md', '../../docs/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test.each(DOCS)('$title is there, and begins with its title', ({ name }) => {
  const text = FILES[name === 'README' ? '../../README.md' : `../../docs/${name}.md`] ?? '';
  expect(blocksOf(text)[0]).toMatchObject({ kind: 'heading', level: 1 });
});
