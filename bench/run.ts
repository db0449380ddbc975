/** Every benchmark, one after the other; `node bench/run.ts lanes` runs one. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './run-program.ts';

const ALL = [
  'cold-start',
  'lanes',
  'display',
  'many-keywords',
  'ledger',
  'gateway',
  'support',
  'contradictions',
  'checks',
  'documents/concurrency',
  'documents/rows',
  'documents/pdf',
  'documents/mixed',
  'documents/index-speed',
  'documents/search-quality',
  'similarity',
  'openalex/speed',
  'openalex/memory',
  'openalex/kills',
];
const [wanted] = process.argv.slice(2);
for (const name of wanted === undefined ? ALL : [wanted]) {
  const { status } = spawnSync(process.execPath, [join(root, 'bench', `${name}.ts`)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
