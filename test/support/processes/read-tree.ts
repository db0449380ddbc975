import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** All files below a folder with their content, by path; nothing is left out, hidden ones neither. */
export async function readTree(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    return [relative(folder, path), await readFile(path, 'utf8')];
  });
  return new Map((await Promise.all(read)).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
