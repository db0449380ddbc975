import { setTimeout as sleep } from 'node:timers/promises';
import { runBatch } from '../../src/index.ts';

async function publish(page: string, { signal }: { signal: AbortSignal }): Promise<string> {
  if (page === 'broken') throw new Error('the page has no title');
  await sleep(page === 'quick' ? 0 : 60_000, undefined, { signal });
  return `/${page}`;
}

const pages = ['quick', 'slow', 'broken', 'never'];
const result = await runBatch(pages, publish, { concurrency: 2 });

console.log(result.statuses);
console.log(`stopped by ${result.stoppedBy}: ${result.stopError?.message}`);
