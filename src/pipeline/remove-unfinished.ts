import { join } from 'node:path';
import { removeLeftovers } from '../output/remove-leftovers.ts';
import type { Target } from './save-files.ts';

/** Removes what earlier sessions of a run were writing when they were killed. Only for who has the run to itself. */
export function removeUnfinished({ directory, owner }: Omit<Target, 'cwd'>): void {
  for (const folder of [directory, join(directory, 'research')]) removeLeftovers(folder, owner);
}
