import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { UnstampedEvent } from '../../../src/core/events.ts';
import type { PlannedItem } from '../../../src/core/keyword.ts';
import type { ItemOutcome } from '../../../src/core/summary.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';
import type { ItemScope } from '../../../src/pipeline/item-scope.ts';
import { notStarted } from '../../../src/run/run-item.ts';
import { runItems, type ItemRun } from '../../../src/run/run-items.ts';

function items(count: number): PlannedItem[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    keyword: `keyword ${index}`,
    slug: `keyword-${index}`,
    priority: 0,
    extra: {},
  }));
}

function setUp(more: Partial<ItemRun>) {
  const events: UnstampedEvent[] = [];
  const stop = new AbortController();
  const drain = new AbortController();
  const run: ItemRun = {
    run: 'test',
    command: 'batch',
    items: more.items ?? items(5),
    todo: more.items ?? items(5),
    earlier: new Map(),
    paid: new Map(),
    workedMs: 0,
    stopStarting: () => drain.abort(new DOMException('Stopped.', 'AbortError')),
    today: () => new Date(0),
    lanes: 2,
    mode: 'fail-fast',
    signal: stop.signal,
    drain: drain.signal,
    now: () => 0,
    emit: (event) => events.push(event),
    process: async () => ({ files: [] }),
    ...more,
  };
  return { run, events, stop, drain };
}

/** Rejects when the item is aborted, and never else. */
function untilAborted({ signal }: Pick<ItemScope, 'signal'>): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

/** All items but the first meet with the error; the first, which is paid for, ends after that. */
function endsAfter(failure: AppError): ItemRun['process'] {
  const paid = Promise.withResolvers<void>();
  return async ({ item }) => {
    if (item.index === 0) {
      await paid.promise;
      return { files: ['keyword-0.md'] };
    }
    setImmediate(() => paid.resolve());
    throw failure;
  };
}

describe('runItems', () => {
  it('tells every fate in input order, whatever ended first', async () => {
    const gates = items(3).map(() => Promise.withResolvers<void>());
    const { run } = setUp({
      items: items(3),
      lanes: 3,
      process: async ({ item }) => {
        await gates[item.index]?.promise;
        gates[item.index - 1]?.resolve();
        return { files: [`${item.slug}.md`], title: item.keyword, words: 100 };
      },
    });
    gates[2]?.resolve();
    const result = await runItems(run);
    expect(result.items.map(({ files }) => files[0])).toEqual([
      'keyword-0.md',
      'keyword-1.md',
      'keyword-2.md',
    ]);
    expect(result).toMatchObject({ exitCode: 0, totals: { succeeded: 3, total: 3 } });
  });

  it('fail-fast: starts nothing after the first failure, aborts what is in flight, exit 1', async () => {
    const { run, events } = setUp({
      process: async (scope) => {
        if (scope.item.index === 0) throw new AppError('NO_SOURCES', 'nothing found');
        return untilAborted(scope);
      },
    });
    const result = await runItems(run);
    expect(result.items.map(({ status }) => status)).toEqual([
      'failed',
      'cancelled',
      'not-started',
      'not-started',
      'not-started',
    ]);
    expect(result).toMatchObject({ exitCode: 1, stoppedBy: 'failure' });
    expect(events.filter(({ type }) => type === 'item-start')).toHaveLength(2);
    expect(events.at(-1)).toMatchObject({ type: 'run-end', exitCode: 1 });
  });

  it('continue: gives each keyword its own fate, exit 1', async () => {
    const { run } = setUp({
      mode: 'continue',
      process: async ({ item }) => {
        if (item.index % 2 === 0) throw new AppError('NO_SOURCES', 'nothing found');
        return { files: [] };
      },
    });
    const result = await runItems(run);
    expect(result.totals).toMatchObject({ failed: 3, succeeded: 2, notStarted: 0 });
    expect(result.exitCode).toBe(1);
    expect(result.stoppedBy).toBeUndefined();
  });

  it.each(['fail-fast', 'continue'] as const)(
    'a rejected key stops %s with exit 3',
    async (mode) => {
      const { run } = setUp({
        mode,
        lanes: 1,
        process: async () => {
          throw new AppError('KEY_REJECTED', 'wrong key');
        },
      });
      const result = await runItems(run);
      expect(result).toMatchObject({ exitCode: 3, stoppedBy: 'credentials-or-quota' });
      expect(result.totals).toMatchObject({ failed: 1, notStarted: 4 });
    },
  );

  it('an interrupt starts nothing new, keeps what ends, and cancels what needed another call', async () => {
    const both = Promise.withResolvers<void>();
    const { run, drain } = setUp({
      process: async ({ item, signal }) => {
        if (item.index === 1) both.resolve();
        await both.promise;
        drain.abort(new DOMException('Interrupted.', 'AbortError'));
        // The gateway refuses a new call after an interrupt; the other keyword needs none.
        if (item.index === 1) throw drain.signal.reason;
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        return { files: ['kept.md'] };
      },
    });
    const result = await runItems(run);
    expect(result.items.map(({ status }) => status)).toEqual([
      'succeeded',
      'cancelled',
      'not-started',
      'not-started',
      'not-started',
    ]);
    expect(result).toMatchObject({ exitCode: 130, stoppedBy: 'interrupt' });
  });

  it('takes higher priorities first', async () => {
    const started: number[] = [];
    const planned = items(3).map((item) => ({ ...item, priority: item.index }));
    const { run } = setUp({
      items: planned,
      lanes: 1,
      process: async ({ item }) => {
        started.push(item.index);
        return { files: [] };
      },
    });
    await runItems(run);
    expect(started).toEqual([2, 1, 0]);
  });

  it('adds up what every item consumed, failed ones too', async () => {
    const { run } = setUp({
      mode: 'continue',
      items: items(2),
      process: (scope) =>
        scope.step('research', async ({ calls }) => {
          calls.onUsage?.({ ...NO_USAGE, calls: 2, costUsd: 0.5 });
          if (scope.item.index === 0) throw new AppError('NO_SOURCES', 'nothing');
          return { files: [] };
        }),
    });
    const result = await runItems(run);
    expect(result.totals.usage).toMatchObject({ calls: 4, costUsd: 1 });
  });

  it.each(['fail-fast', 'continue'] as const)(
    'a used-up quota starts nothing new in %s, and lets what is paid for end',
    async (mode) => {
      const { run } = setUp({
        mode,
        lanes: 3,
        process: endsAfter(new AppError('QUOTA_EXHAUSTED', 'nothing left')),
      });
      const result = await runItems(run);
      expect(result.items.map(({ status }) => status)).toEqual([
        'succeeded',
        'failed',
        'cancelled',
        'not-started',
        'not-started',
      ]);
      expect(result).toMatchObject({ exitCode: 3, stoppedBy: 'credentials-or-quota' });
    },
  );

  it('a used-up budget starts nothing new, lets what is under way end, and cancels who met it', async () => {
    const { run } = setUp({
      mode: 'fail-fast',
      lanes: 2,
      process: endsAfter(new AppError('BUDGET_EXHAUSTED', 'no money left')),
    });
    const result = await runItems(run);
    expect(result.items.map(({ status }) => status)).toEqual([
      'succeeded',
      'cancelled',
      'not-started',
      'not-started',
      'not-started',
    ]);
    expect(result).toMatchObject({
      exitCode: 3,
      stoppedBy: 'budget',
      stopError: { code: 'BUDGET_EXHAUSTED', message: 'no money left' },
    });
  });

  it.each(['fail-fast', 'continue'] as const)(
    'a ledger that breaks stops %s and what is under way, exit 1',
    async (mode) => {
      const full = new AppError('LEDGER_UNUSABLE', 'disk full');
      const { run, stop } = setUp({
        mode,
        process: (scope) => {
          setImmediate(() => stop.abort(full));
          return untilAborted(scope);
        },
      });
      const result = await runItems(run);
      expect(result.totals).toMatchObject({ failed: 0, cancelled: 2, notStarted: 3 });
      expect(result).toMatchObject({
        exitCode: 1,
        stoppedBy: 'storage',
        stopError: { code: 'LEDGER_UNUSABLE' },
      });
    },
  );

  it('works on what is to do and tells the fate of all', async () => {
    const [done, ...todo] = items(3);
    if (done === undefined) throw new Error('no item');
    const usage = { ...NO_USAGE, calls: 6, costUsd: 0.5 };
    const before = { ...notStarted(done), status: 'succeeded' as const, files: ['a.md'], usage };
    const { run, events } = setUp({
      items: items(3),
      todo,
      earlier: new Map<number, ItemOutcome>([
        [0, before],
        [1, { ...notStarted(done), index: 1, status: 'cancelled', milliseconds: 40 }],
      ]),
      paid: new Map([[1, { ...NO_USAGE, calls: 2, costUsd: 0.25 }]]),
      process: async ({ item }) => ({ files: [`${item.slug}.md`] }),
    });
    const result = await runItems(run);
    expect(result.items[0]).toEqual(before);
    expect(result.items[1]).toMatchObject({
      status: 'succeeded',
      usage: { calls: 2, costUsd: 0.25 },
      milliseconds: 40,
    });
    expect(result.totals).toMatchObject({
      total: 3,
      succeeded: 3,
      usage: { calls: 8, costUsd: 0.75 },
    });
    expect(events[0]).toMatchObject({ type: 'run-start', total: 2, done: 1 });
  });

  it('tells with each item how all stand, each counted once', async () => {
    const all = items(4);
    const kept = (index: number, status: 'succeeded' | 'failed'): [number, ItemOutcome] => [
      index,
      { ...notStarted(all[index] ?? { index, keyword: '', slug: '', priority: 0 }), status },
    ];
    const { run, events } = setUp({
      items: all,
      // The second was done, and its result is lost: it is made again.
      todo: [all[1], all[3]].filter((item) => item !== undefined),
      earlier: new Map([kept(0, 'succeeded'), kept(1, 'succeeded'), kept(2, 'failed')]),
      lanes: 1,
      mode: 'continue',
      process: async ({ item }) => {
        if (item.index === 3) throw new AppError('NO_SOURCES', 'nothing found');
        return { files: [] };
      },
    });
    await runItems(run);
    expect(events[0]).toMatchObject({ type: 'run-start', done: 1 });
    const counts = events.flatMap((event) => ('counts' in event ? [event.counts] : []));
    expect(counts).toEqual([
      { total: 4, succeeded: 2, failed: 1, cancelled: 0 },
      { total: 4, succeeded: 2, failed: 2, cancelled: 0 },
    ]);
  });

  it('counts what was paid for an item that it leaves alone and that never ended', async () => {
    const { run, events } = setUp({
      items: items(2),
      todo: items(2).slice(1),
      paid: new Map([[0, { ...NO_USAGE, calls: 2, costUsd: 0.25 }]]),
      process: async () => ({ files: [] }),
    });
    const { items: outcomes, totals } = await runItems(run);
    expect(outcomes[0]).toMatchObject({ status: 'not-started', usage: { calls: 2 } });
    expect(totals).toMatchObject({ notStarted: 1, usage: { calls: 2, costUsd: 0.25 } });
    // Nothing was finished before.
    expect(events[0]).not.toHaveProperty('done');
  });

  it('lets an item wait for its turn, and not start when the run ends before', async () => {
    let entered = 0;
    const { run, drain } = setUp({
      items: items(3),
      lanes: 3,
      enter: (signal) =>
        new Promise((resolve, reject) => {
          if (entered++ === 0) resolve(() => {});
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
      process: async () => {
        drain.abort(new DOMException('Interrupted.', 'AbortError'));
        return { files: [] };
      },
    });
    const result = await runItems(run);
    expect(result.items.map(({ status }) => status)).toEqual([
      'succeeded',
      'not-started',
      'not-started',
    ]);
    expect(result).toMatchObject({ stoppedBy: 'interrupt', exitCode: 130 });
  });
});
