// The left side: what is searched for, the tree, and how far it is from the preset.
import { Button } from '../../components/button.tsx';
import { AddPath } from '../adding/add-path.tsx';
import { MetadataTree } from './metadata-tree.tsx';
import { toggleOnlyChanged, toggleOnlyRead, useMetadata } from '../paths/metadata-store.ts';
import styles from '../metadata.module.css';
import { PresetFoot } from '../dialogs/preset-foot.tsx';
import { SearchBox } from './search-box.tsx';
import { useReads, useRows, useTreeView } from './use-rows.ts';

export function TreeSide() {
  const reads = useReads();
  const view = useTreeView(reads);
  const rows = useRows(view);
  return (
    <section className={styles.side} aria-label="Paths">
      <SearchBox rows={rows} />
      <Chips />
      <MetadataTree rows={rows} view={view} reads={reads} />
      <PresetFoot />
    </section>
  );
}

function Chips() {
  const changed = useMetadata((store) => store.items?.filter((item) => item.changed).length ?? 0);
  const { onlyChanged, onlyRead } = useMetadata();
  return (
    <div className={styles.tools}>
      <Button kind="chip" aria-pressed={onlyChanged} onClick={toggleOnlyChanged}>
        overridden {changed}
      </Button>
      <Button kind="chip" aria-pressed={onlyRead} onClick={toggleOnlyRead}>
        read by a client
      </Button>
      <AddPath />
    </div>
  );
}
