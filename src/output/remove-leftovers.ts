import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes the temporary files that `writeFileAtomically` left in a folder when it was killed while it wrote for this
 * owner. Only for who knows that it is not at work there now. What cannot be removed stays: it harms nobody.
 */
export function removeLeftovers(folder: string, owner: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const isOwn = name.startsWith('.') && name.includes(`.${owner}.`) && name.endsWith('.tmp');
      if (isOwn) rmSync(join(folder, name));
    }
  } catch {
    // No such folder yet, or no right to change it, which is told where something is written.
  }
}
