// The world to a file.
import { download, fileTime } from '../components/download.ts';
import { act } from '../control/control.ts';
import { tell } from '../components/toasts.tsx';

export async function exportWorld(): Promise<void> {
  const exported = await act('world.get', {});
  if (exported === null) return;
  const name = `metadeck-world-${fileTime(new Date())}.json`;
  download(`${JSON.stringify(exported, null, 2)}\n`, name, 'application/json');
  tell(`Exported ${name}`);
}
