import { fileURLToPath } from 'node:url';

/** Path of the file that the worker threads run: beside this one, or its bundle in the built program. */
export function workerEntry(): string {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return fileURLToPath(new URL('read-worker.ts', here));
  const dist = here.slice(0, here.lastIndexOf('/dist/') + '/dist/'.length);
  return fileURLToPath(new URL('workers/read-worker.js', dist));
}
