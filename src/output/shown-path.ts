import { relative } from 'node:path';

/** A path as people are told it: one below the folder counts from there. */
export function shownPath(path: string, folder: string): string {
  const shorter = relative(folder, path);
  return shorter.startsWith('..') ? path : shorter;
}
