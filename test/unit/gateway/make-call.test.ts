import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { UnstampedEvent } from '../../../src/core/events.ts';
import type { PriceList } from '../../../src/core/price.ts';
import { NO_USAGE, type Usage } from '../../../src/core/usage.ts';
import { Budget } from '../../../src/gateway/budget.ts';
import { createGateway, type GatewayOptions } from '../../../src/gateway/create-gateway.ts';
import type { KeptAnswers } from '../../../src/gateway/kept-answers.ts';
import type { CallRecord } from '../../../src/ledger/records.ts';
import type { CallRequest } from '../../../src/providers/call.ts';
import { ManualClock } from '../batch/manual-clock.ts';

const prices: PriceList = { date: '2026-01-01', models: {}, credits: { tavily: 0.008 } };
const credit = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits: 1 };

/** Keeps calls in memory, as the ledger does on disk: those of the same item are the run's own. */
function keptInMemory() {
  const records: Omit<CallRecord, 'run'>[] = [];
  const kept: KeptAnswers = {
    find: async (key, _keep, { item }) => {
      const found = records.filter((record) => record.key === key && record.answer !== undefined);
      const best = found.find((record) => record.item === item) ?? found[0];
      if (best === undefined) return undefined;
      return { answer: best.answer, usage: best.usage, isOwn: best.item === item };
    },
    save: async (record) => {
      records.push(record);
    },
  };
  return { kept, records };
}

function setUp(more: Partial<GatewayOptions> = {}) {
  const events: UnstampedEvent[] = [];
  const used: [Usage, boolean][] = [];
  const saved: Usage[] = [];
  const { kept, records } = keptInMemory();
  const gateway = createGateway({
    limits: { tavily: { requestsPerMinute: 1000, concurrency: 4 } },
    prices,
    retries: { attempts: 3, maxElapsedMs: 60_000 },
    drain: new AbortController().signal,
    kept,
    clock: new ManualClock(),
    wallClock: () => new Date('2026-03-02T08:00:00Z'),
    emit: (event) => events.push(event),
    ...more,
  });
  const scopeOf = (item: number) => ({
    signal: new AbortController().signal,
    item,
    step: 'research' as const,
    onUsage: (usage: Usage, replayed = false) => used.push([usage, replayed]),
    onSaved: (usage: Usage) => saved.push(usage),
  });
  return { gateway, events, used, saved, records, scopeOf };
}

function search(query: string, count: { made: number }): CallRequest<unknown, string> {
  return {
    provider: 'tavily',
    operation: 'search',
    body: { query },
    detail: query,
    keep: 'research',
    worstCase: credit,
    attempt: async () => {
      count.made++;
      return { value: `found ${query}`, consumed: credit, status: 200 };
    },
  };
}

const PAID = { ...NO_USAGE, calls: 1, credits: 1, costUsd: 0.008 };

describe('a kept answer', () => {
  it('is safe before it is used', async () => {
    const order: string[] = [];
    const { gateway, scopeOf } = setUp({
      kept: {
        find: async () => undefined,
        save: async () => {
          await new Promise((resolve) => setImmediate(resolve));
          order.push('saved');
        },
      },
    });
    await gateway.call(search('compost', { made: 0 }), scopeOf(0)).then(() => order.push('used'));
    expect(order).toEqual(['saved', 'used']);
  });

  it('is not used when it cannot be saved', async () => {
    const full = new AppError('LEDGER_UNUSABLE', 'disk full');
    const { gateway, scopeOf } = setUp({
      kept: { find: async () => undefined, save: () => Promise.reject(full) },
    });
    await expect(gateway.call(search('compost', { made: 0 }), scopeOf(0))).rejects.toBe(full);
  });

  it('counts as consumed by the item that has paid for it, and as saved for another', async () => {
    const { gateway, scopeOf, used, saved, events } = setUp();
    const count = { made: 0 };
    for (const item of [0, 0, 1]) {
      await expect(gateway.call(search('compost', count), scopeOf(item))).resolves.toBe(
        'found compost',
      );
    }
    expect(count.made).toBe(1);
    expect(used).toEqual([
      [PAID, false],
      [PAID, true],
    ]);
    expect(saved).toEqual([PAID]);
    const ends = events.filter((event) => event.type === 'call-end');
    expect(ends.map((event) => event.reused)).toEqual([undefined, 'run', 'cache']);
    expect(ends[1]).toMatchObject({ ok: true, attempts: 0, usage: NO_USAGE });
  });

  it('serves equal calls that are made at the same time', async () => {
    const { gateway, scopeOf } = setUp();
    const count = { made: 0 };
    const calls = [0, 1, 2].map((item) => gateway.call(search('compost', count), scopeOf(item)));
    await expect(Promise.all(calls)).resolves.toHaveLength(3);
    expect(count.made).toBe(1);
  });

  it('is not used when anything in the request differs', async () => {
    const { gateway, scopeOf } = setUp();
    const count = { made: 0 };
    const asked = { ...search('compost', count), body: { query: 'compost', max: 5 } };
    await gateway.call(asked, scopeOf(0));
    await gateway.call({ ...asked, body: { query: 'compost', max: 5 } }, scopeOf(0));
    expect(count.made).toBe(1);
    await gateway.call({ ...asked, body: { query: 'compost', max: 6 } }, scopeOf(0));
    await gateway.call({ ...asked, operation: 'extract' }, scopeOf(0));
    await gateway.call({ ...asked, model: 'small' }, scopeOf(0));
    expect(count.made).toBe(4);
  });

  it('records what a failed call has cost, without an answer', async () => {
    const { gateway, scopeOf, records } = setUp();
    const cut = {
      ...search('compost', { made: 0 }),
      attempt: () => {
        const usage = { ...NO_USAGE, credits: 1 };
        return Promise.reject(new AppError('ANSWER_INVALID', 'cut', { usage, status: 200 }));
      },
    };
    await expect(gateway.call(cut, scopeOf(3))).rejects.toMatchObject({ code: 'ANSWER_INVALID' });
    expect(records).toEqual([
      expect.objectContaining({
        item: 3,
        step: 'research',
        ok: false,
        status: 200,
        attempts: 1,
        usage: PAID,
        startedAt: '2026-03-02T08:00:00.000Z',
        error: { code: 'ANSWER_INVALID', message: 'cut', suggestions: [] },
      }),
    ]);
    expect(records[0]).not.toHaveProperty('answer');
  });
});

describe('the budget of a gateway', () => {
  it('lets through what is sure to fit, and nothing more', async () => {
    const budget = new Budget({ limitUsd: 0.02, spentUsd: 0 });
    const { gateway, scopeOf } = setUp({ budget });
    const count = { made: 0 };
    await gateway.call(search('one', count), scopeOf(0));
    await gateway.call(search('two', count), scopeOf(0));
    await expect(gateway.call(search('three', count), scopeOf(0))).rejects.toMatchObject({
      code: 'BUDGET_EXHAUSTED',
    });
    // What was paid for is free for all.
    await gateway.call(search('one', count), scopeOf(1));
    expect(count.made).toBe(2);
    expect(budget.spent).toBeCloseTo(0.016);
  });

  it('keeps money aside for an attempt that may have been charged', async () => {
    const budget = new Budget({ limitUsd: 0.01, spentUsd: 0 });
    const { gateway, scopeOf } = setUp({ budget });
    const silent = {
      ...search('one', { made: 0 }),
      attempt: () => Promise.reject(new AppError('TIMEOUT', 'no answer', { perhapsPaid: true })),
    };
    await expect(gateway.call(silent, scopeOf(0))).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(budget.spent).toBe(0);
    await expect(gateway.call(search('two', { made: 0 }), scopeOf(0))).rejects.toMatchObject({
      code: 'BUDGET_EXHAUSTED',
    });
  });

  it('keeps money aside for an attempt that was aborted on its way', async () => {
    const budget = new Budget({ limitUsd: 0.01, spentUsd: 0 });
    const { gateway, scopeOf } = setUp({ budget });
    const aborted = {
      ...search('one', { made: 0 }),
      attempt: () => Promise.reject(new DOMException('Stopped.', 'AbortError')),
    };
    await expect(gateway.call(aborted, scopeOf(0))).rejects.toMatchObject({ name: 'AbortError' });
    await expect(gateway.call(search('two', { made: 0 }), scopeOf(0))).rejects.toMatchObject({
      code: 'BUDGET_EXHAUSTED',
    });
  });

  it('pays for each try of a call that waits out an outage', async () => {
    const clock = new ManualClock();
    const budget = new Budget({ limitUsd: 0.08, spentUsd: 0 });
    const { gateway, scopeOf } = setUp({ budget, clock });
    let tries = 0;
    const timedOut = (query: string) => ({
      ...search(query, { made: 0 }),
      attempt: async () => {
        tries++;
        throw new AppError('TIMEOUT', 'no answer', { perhapsPaid: true });
      },
    });
    // Five failures open the breaker; the fifth call waits in it, and each of its probes may be charged.
    const calls = ['one', 'two', 'three', 'four', 'five'].map((query) =>
      gateway.call(timedOut(query), scopeOf(0)).catch((error: unknown) => error),
    );
    await clock.advance(50_000);
    expect(tries).toBe(10);
    expect((await Promise.all(calls)).at(-1)).toMatchObject({ code: 'BUDGET_EXHAUSTED' });
  });
});
