// The JSON editor itself, in CodeMirror; only ever loaded by a dynamic import.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, syntaxTree } from '@codemirror/language';
import { Annotation, Compartment, EditorState, type Extension, RangeSetBuilder, Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import styles from './json-editor.module.css';
import { VALUE_FIELD, VALUE_PROBLEM } from './value-focus.ts';

export type JsonView = {
  /** Shows a text that was not written here; no step of the editor's own undo. */
  show: (text: string) => void;
  /** Says that what is written is refused. */
  mark: (isBad: boolean) => void;
  focus: () => void;
  close: () => void;
};

export type JsonViewEvents = { onWrite: (text: string) => void; onCommit: () => void; onEscape: () => void };

const fromOutside = Annotation.define<true>();

export function openJsonView(parent: HTMLElement, text: string, events: JsonViewEvents): JsonView {
  const attributes = new Compartment();
  const extensions = [
    keysOf(events),
    history(),
    json(),
    bracketMatching(),
    EditorView.lineWrapping,
    EditorView.decorations.of(coloured),
    attributes.of(attributesOf(false)),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      const isOwn = !transactions.some((one) => one.annotation(fromOutside) === true);
      if (docChanged && isOwn) events.onWrite(state.doc.toString());
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
  return {
    show: (shown) => replace(view, shown),
    mark: (isBad) => view.dispatch({ effects: attributes.reconfigure(attributesOf(isBad)) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

function replace(view: EditorView, text: string): void {
  const { doc } = view.state;
  if (doc.toString() === text) return;
  view.dispatch({
    changes: { from: 0, to: doc.length, insert: text },
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
  });
}

function done(run: () => void): () => true {
  return () => {
    run();
    return true;
  };
}

/** Tab is left alone, so that the keyboard gets out again. */
function keysOf({ onCommit, onEscape }: JsonViewEvents): Extension {
  return keymap.of([
    { key: 'Mod-Enter', run: done(onCommit), stopPropagation: true },
    { key: 'Escape', run: done(onEscape), stopPropagation: true },
    ...historyKeymap,
    ...defaultKeymap,
  ]);
}

function attributesOf(isBad: boolean): Extension {
  return EditorView.contentAttributes.of({
    id: VALUE_FIELD,
    'aria-label': 'Value',
    'aria-invalid': String(isBad),
    spellcheck: 'false',
    ...(isBad ? { 'aria-describedby': VALUE_PROBLEM } : {}),
  });
}

const COLOURS: Record<string, Decoration> = Object.fromEntries(
  Object.entries({
    PropertyName: styles.name,
    String: styles.string,
    Number: styles.word,
    True: styles.word,
    False: styles.word,
    Null: styles.word,
  }).map(([node, className]) => [node, Decoration.mark({ class: className ?? '' })]),
);

/** By our own classes, so that the colours follow the theme. */
function coloured({ state, visibleRanges }: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const range of visibleRanges) {
    syntaxTree(state).iterate({
      ...range,
      enter: ({ name, from, to }) => {
        const mark = COLOURS[name];
        if (mark !== undefined) marks.add(from, to, mark);
      },
    });
  }
  return marks.finish();
}
