import { runBatch, type BatchEvent } from '../../src/index.ts';

function show(event: BatchEvent): void {
  if (event.type === 'run-start') console.log(`${event.total} items, ${event.concurrency} lane`);
  if (event.type === 'item-start') console.log(`lane ${event.lane}: item ${event.index} starts`);
  if (event.type === 'item-end') console.log(`lane ${event.lane}: item ${event.index} is done`);
  if (event.type === 'item-error') console.log(`item ${event.index}: ${event.error.message}`);
  if (event.type === 'run-end') console.log(event.counts);
}

await runBatch(
  [4, -1],
  (number) => {
    if (number < 0) throw new Error('it has no real root');
    return Math.sqrt(number);
  },
  { onEvent: show },
);
