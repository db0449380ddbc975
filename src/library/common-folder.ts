import { dirname, sep } from 'node:path';

/** The deepest folder that all of some absolute paths of files lie in. */
export function commonFolder(paths: readonly string[]): string {
  const [first = sep, ...others] = paths;
  let folder = dirname(first);
  while (dirname(folder) !== folder && !others.every((path) => path.startsWith(folder + sep)))
    folder = dirname(folder);
  return folder;
}
