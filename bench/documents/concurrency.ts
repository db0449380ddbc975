/**
 * Independent items of 50 ms: how much faster they are done with more of them at a time. 16 do not divide evenly by 3, 5
 * and 10, so that no engine can be as many times faster as it has lanes; 30 do.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { runBatch } from '../../src/index.ts';
import { printTable } from '../print-table.ts';

const ITEM_MS = 50;
const ROUNDS = 5;

/** The best of a few rounds: the noise of the machine is no part of the engine. */
async function fastest(run: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await run();
    best = Math.min(best, performance.now() - startedAt);
  }
  return best;
}

const work = () => sleep(ITEM_MS);
for (const count of [16, 30]) {
  const items = Array.from({ length: count }, (_, index) => index);
  const alone = await fastest(() => runBatch(items, work));
  const rows = [];
  for (const concurrency of [1, 3, 5, 10]) {
    const wall = await fastest(() => runBatch(items, work, { concurrency }));
    const limit = pLimit(concurrency);
    const peer = await fastest(() => Promise.all(items.map(() => limit(work))));
    const possible = items.length / Math.ceil(items.length / concurrency);
    rows.push({
      concurrency,
      'wall ms': wall.toFixed(1),
      'speed-up': (alone / wall).toFixed(2),
      possible: possible.toFixed(2),
      'speed-up ÷ possible': (alone / wall / possible).toFixed(3),
      'speed-up ÷ concurrency': (alone / wall / concurrency).toFixed(3),
      'peer ÷ possible': (alone / peer / possible).toFixed(3),
    });
  }
  printTable(`${items.length} items of ${ITEM_MS} ms (speed-up ≥ 0.95 × possible)`, rows);
}
