// A line with a list to choose from under it; any other text is taken too.
import { Combobox, useCombobox } from '@mantine/core';
import { type Choice, shownChoices } from '../choices/choices.ts';
import { type EditorProps, fieldProps, onEditKey } from './edit-field.ts';
import styles from './value-editor.module.css';

export function ChoiceLine({ item, draft, choices }: EditorProps & { choices: readonly Choice[] }) {
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const shown = shownChoices(choices, draft.text, draft.isChanged);
  const onKeyDown = (press: React.KeyboardEvent) => {
    const isOpen = list.dropdownOpened && shown.length > 0;
    // The list takes Enter where one of it is marked, and Esc where there is nothing else to take back.
    if (isOpen && (press.key === 'Enter' ? list.getSelectedOptionIndex() !== -1 : !draft.isChanged)) {
      if (press.key === 'Escape') press.stopPropagation();
      return;
    }
    if (press.key === 'Enter' || press.key === 'Escape') list.closeDropdown();
    onEditKey(press, draft, press.key === 'Enter');
  };
  return (
    <Combobox
      store={list}
      onOptionSubmit={(value) => {
        list.closeDropdown();
        void draft.commit(value);
      }}
    >
      <Combobox.DropdownTarget>
        <div className={styles.input} data-bad={draft.problem !== null || undefined}>
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              type="text"
              {...fieldProps({ item, draft })}
              onChange={(change) => {
                draft.write(change.currentTarget.value);
                list.openDropdown();
                list.resetSelectedOption();
              }}
              onClick={() => list.openDropdown()}
              onBlur={(blur) => {
                list.closeDropdown();
                draft.leave(blur);
              }}
              onKeyDown={onKeyDown}
            />
          </Combobox.EventsTarget>
          <span className={styles.hint} aria-hidden>
            ↓ to choose · ↵ to serve it · Esc to leave it
          </span>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={shown.length === 0}>
        <Combobox.Options className={styles.choices} aria-label="To choose from">
          {shown.map(({ value, note }) => (
            <Combobox.Option key={value} value={value} active={value === item.value} className={styles.choice}>
              {value}
              {note !== undefined && <span className="dim"> {note}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
