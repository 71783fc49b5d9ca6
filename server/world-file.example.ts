// For the tests: the file of a world, opened.
import { openWorldFile, type WorldFile } from './world-file.ts';

export async function openedWorldFile(file: string, now: () => number = Date.now): Promise<WorldFile> {
  const opened = await openWorldFile(file, { readOnly: false, now });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.data;
}
