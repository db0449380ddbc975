/** How long the program takes to start, as a multiple of a bare Node that does nothing. Medians of 25, taken in turn. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { printTable } from './print-table.ts';
import { root } from './run-program.ts';

const ROUNDS = 25;
const program = join(root, 'bin', 'run.js');
const commands = {
  'node -e 0': ['-e', '0'],
  '--version': [program, '--version'],
  'batch --help': [program, 'batch', '--help'],
};
const times: Record<string, number[]> = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const startedAt = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} failed: build first (npm run build)`);
    (times[name] ??= []).push(performance.now() - startedAt);
  }
}
const median = (name: string) => times[name]?.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
const bare = median('node -e 0');
printTable(
  'Cold start (--version ≤ 3.5, batch --help ≤ 4)',
  Object.keys(commands).map((name) => ({
    command: name,
    'median ms': median(name).toFixed(0),
    'multiple of bare Node': (median(name) / bare).toFixed(2),
  })),
);
