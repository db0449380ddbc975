import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The file of a worker thread: beside the sources where these run as they are, else among the entries of the bundle
 * (`scripts/build.js` has their list).
 * @param importer `import.meta.url` of the file that starts the worker.
 * @param source Of the worker relative to it, such as `./read-worker.ts`.
 */
export function workerFile(importer: string, source: string): string {
  if (importer.endsWith('.ts')) return fileURLToPath(new URL(source, importer));
  let directory = dirname(fileURLToPath(importer));
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory);
  return join(directory, 'dist', 'workers', `${basename(source, '.ts')}.js`);
}
