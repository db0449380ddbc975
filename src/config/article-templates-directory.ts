import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** Where the article templates that ship with the program are: `<name>.md` each. */
export function articleTemplatesDirectory(): string {
  return join(packageRoot(), 'templates', 'articles');
}
