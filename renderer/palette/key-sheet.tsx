// The key sheet: every command that has a key, by group, from the one table.
import { COMMAND_GROUPS, COMMANDS, type Command, type CommandId } from '../../app/commands.ts';
import { allKeysOf } from '../commands/keys.ts';
import styles from './palette.module.css';

const WHERE: Record<Command['where'], string> = {
  anywhere: '',
  'outside-text': '',
  'request-list': 'in the list of requests',
};

type Keyed = Command & { id: CommandId };
const KEYED: Keyed[] = COMMANDS.filter((command: Command) => command.keys.length > 0);

/** Keys of the list and the tree, which are theirs alone and no commands. */
const OTHERS = [
  { title: 'Move in a list or a tree', keys: ['↑', '↓'] },
  { title: 'Open or close a branch', keys: ['→', '←'] },
  { title: 'First and last', keys: ['Home', 'End'] },
  { title: 'Leave, or clear the selection', keys: ['Esc'] },
];

export function KeySheet() {
  return (
    <div className={styles.sheet}>
      {COMMAND_GROUPS.map((group) => {
        const commands = KEYED.filter((command) => command.group === group);
        return commands.length > 0 && <KeyGroup key={group} title={group} rows={commands.map(rowOf)} />;
      })}
      <KeyGroup title="Lists" rows={OTHERS} />
    </div>
  );
}

type Row = { title: string; keys: readonly string[]; where?: string };

function rowOf({ id, title, where }: Keyed): Row {
  return { title, keys: allKeysOf(id), where: WHERE[where] };
}

function KeyGroup({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.title}>
            <dt>
              {row.title} {row.where && <span className="faint">{row.where}</span>}
            </dt>
            <dd>
              {row.keys.map((keys) => (
                <kbd key={keys}>{keys}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
