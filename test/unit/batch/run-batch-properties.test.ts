import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { runBatch } from '../../../src/batch/run-batch.ts';
import type { BatchResult } from '../../../src/batch/batch-result.ts';

interface Item {
  id: number;
  rank: number;
  fails: boolean;
  /** How many turns of the event loop the work takes; none for work that is done at once. */
  turns: number;
}

const itemArbitrary = fc.record({
  rank: fc.integer({ min: -2, max: 2 }),
  fails: fc.boolean().chain((first) => fc.boolean().map((second) => first && second)),
  turns: fc.nat({ max: 3 }),
});

const scenario = fc.record({
  items: fc
    .array(itemArbitrary, { maxLength: 25 })
    .map((items) => items.map((item, id): Item => ({ ...item, id }))),
  kind: fc.constantFrom('array', 'set', 'generator', 'async' as const),
  mode: fc.constantFrom('fail-fast' as const, 'continue' as const),
  concurrency: fc.integer({ min: 1, max: 6 }),
  batchSize: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  prioritise: fc.boolean(),
  sync: fc.boolean(),
});

it('never goes above the limit, gives each item one fate, and keeps the order', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ items, kind, mode, concurrency, batchSize, ...rest }) => {
      const prioritise = rest.prioritise && kind !== 'async';
      const started: number[] = [];
      const settled: number[] = [];
      let active = 0;
      let mostActive = 0;
      let failed = false;
      let startedAfterFailure = 0;

      const enter = (group: readonly Item[]) => {
        if (failed) startedAfterFailure += 1;
        started.push(...group.map(({ id }) => id));
        active += 1;
        mostActive = Math.max(mostActive, active);
      };
      const leave = (group: readonly Item[]) => {
        active -= 1;
        if (group.some((item) => item.fails)) throw new Error('broken');
      };
      const work = (group: readonly Item[], signal: AbortSignal): void | Promise<void> => {
        enter(group);
        if (rest.sync) return leave(group);
        return (async () => {
          const turns = Math.max(...group.map((item) => item.turns));
          for (let turn = 0; turn < turns; turn += 1) {
            await new Promise(setImmediate);
            if (signal.aborted) {
              active -= 1;
              throw signal.reason;
            }
          }
          leave(group);
        })();
      };

      const shared = {
        mode,
        concurrency,
        ...(prioritise && { priority: (item: Item) => item.rank }),
        onSettled: ({ index, status }: { index: number; status: string }) => {
          settled.push(index);
          failed ||= status === 'failed';
        },
      };
      let result: BatchResult<Item, number>;
      if (batchSize === undefined) {
        const process = (item: Item, { signal }: { signal: AbortSignal }) => {
          const working = work([item], signal);
          return working ? working.then(() => item.id) : item.id;
        };
        result = await runBatch(open(items, kind), process, shared);
      } else {
        const process = (group: readonly Item[], { signal }: { signal: AbortSignal }) => {
          const ids = group.map(({ id }) => id);
          const working = work(group, signal);
          return working ? working.then(() => ids) : ids;
        };
        result = await runBatch(open(items, kind), process, { ...shared, batchSize });
      }

      expect(mostActive).toBeLessThanOrEqual(concurrency);
      expect(active).toBe(0);
      // One fate an item, and the counts are those of the fates.
      expect(new Set(started).size).toBe(started.length);
      expect(settled.toSorted((a, b) => a - b)).toEqual(started.toSorted((a, b) => a - b));
      const count = (status: string) => result.statuses.filter((each) => each === status).length;
      expect(result.successCount).toBe(count('succeeded'));
      expect(result.errorCount).toBe(count('failed'));
      expect(result.cancelledCount).toBe(count('cancelled'));
      expect(result.notStartedCount).toBe(count('not-started'));
      expect(result.total).toBe(result.statuses.length);
      expect(result.total - result.notStartedCount).toBe(started.length);
      // Results and errors stand in input order.
      expect(result.items.map(({ id }) => id)).toEqual([...result.items.keys()]);
      result.statuses.forEach((status, index) => {
        expect(result.results[index]).toBe(status === 'succeeded' ? index : undefined);
        expect(result.errors[index] !== undefined).toBe(status === 'failed');
      });
      // Items start in input order, or by priority.
      const order = prioritise ? items.toSorted((a, b) => b.rank - a.rank || a.id - b.id) : items;
      expect(started).toEqual(order.slice(0, started.length).map(({ id }) => id));
      // Fail-fast starts nothing once a failure is known; continue gives each item its own fate.
      const failFast = mode === 'fail-fast';
      expect(failFast && startedAfterFailure > 0).toBe(false);
      expect(result.stoppedBy).toBe(failFast && failed ? 'failure' : undefined);
      expect(failFast || started.length === items.length).toBe(true);
      expect(failFast || result.cancelledCount === 0).toBe(true);
      expect(result.allSucceeded).toBe(!failed);
    }),
    { numRuns: 300 },
  );
});

function open(
  items: Item[],
  kind: 'array' | 'set' | 'generator' | 'async',
): Iterable<Item> | AsyncIterable<Item> {
  if (kind === 'array') return items;
  if (kind === 'set') return new Set(items);
  if (kind === 'generator') return items.values();
  return (async function* () {
    for (const item of items) {
      if (item.turns > 1) await new Promise(setImmediate);
      yield item;
    }
  })();
}
