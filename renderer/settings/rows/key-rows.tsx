// Shortcuts: letters of the list of requests can be one's own; the others are shown as they are.
import { Button } from '../../components/button.tsx';
import { COMMANDS, type Command, type CommandId, commandOf } from '../../../app/commands.ts';
import { toggleOverlay } from '../../stores/overlay.ts';
import { DefaultLine } from './default-line.tsx';
import { letterProblem } from './letters.ts';
import type { Row, Section } from './sections.ts';
import { TextField } from '../../fields/text-field.tsx';
import { useKept } from './use-kept.ts';

function LetterControl({ id }: { id: CommandId }) {
  const { value: letters, set } = useKept('letters');
  const { title, keys } = commandOf(id);
  const usual = keys[0] ?? '';
  const reset = () => set(Object.fromEntries(Object.entries(letters).filter(([one]) => one !== id)));
  return (
    <>
      <TextField
        label={`Letter for ${title}`}
        value={(letters[id] ?? usual).toUpperCase()}
        check={(typed) => letterProblem(typed, id, letters)}
        onTake={(typed) => set({ ...letters, [id]: typed.toLowerCase() })}
      />
      <DefaultLine usual={usual.toUpperCase()} changed={letters[id] !== undefined} what={title} onReset={reset} />
    </>
  );
}

function rowFor({ id, title }: { id: CommandId; title: string }): Row {
  return {
    id: `letter-${id}`,
    title,
    help: 'Works while the list of requests has the focus.',
    words: 'key shortcut letter',
    Control: () => <LetterControl id={id} />,
  };
}

const IN_LIST = COMMANDS.filter(
  (command: Command) => command.where === 'request-list' && command.keys[0]?.length === 1,
);

export const KEYS: Section = {
  id: 'keys',
  title: 'Shortcuts',
  rows: [
    {
      id: 'allKeys',
      title: 'All keys',
      help: 'Every command and its keys, in one sheet.',
      words: 'keyboard shortcut help',
      Control: () => <Button onClick={() => toggleOverlay('keys')}>Show the keys</Button>,
    },
    ...IN_LIST.map(rowFor),
  ],
};
