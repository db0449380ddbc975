import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateLimiter, type RateLimits } from '../../../src/batch/rate-limiter.ts';
import { failureOf } from './failure-of.ts';
import { ManualClock, settlePromises } from './manual-clock.ts';

function setUp(limits: RateLimits) {
  const clock = new ManualClock();
  const limiter = new RateLimiter({ ...limits, clock });
  const grants: { name: string; at: number }[] = [];
  const ask = async (name: string, weight?: number, signal?: AbortSignal) => {
    const reservation = await limiter.acquire(weight, signal ? { signal } : {});
    grants.push({ name, at: clock.now() });
    return reservation;
  };
  return { clock, limiter, grants, ask };
}

describe('RateLimiter', () => {
  it('grants the burst at once and then evenly at the rate', async () => {
    const { clock, grants, ask } = setUp({ rate: 10, burst: 3 });
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => ask(name)));
    await clock.advance(1000);
    await all;
    expect(grants.map(({ at }) => at)).toEqual([0, 0, 0, 100, 200]);
  });

  it('fills up again in quiet times, but never above the burst', async () => {
    const { clock, limiter } = setUp({ rate: 60, intervalMs: 60_000, burst: 5 });
    await limiter.acquire(5);
    expect(limiter.available).toBe(0);
    await clock.advance(2000);
    expect(limiter.available).toBeCloseTo(2);
    await clock.advance(60_000);
    expect(limiter.available).toBe(5);
  });

  it('serves in order: a light request does not overtake a heavy one', async () => {
    const { clock, grants, ask } = setUp({ rate: 10, burst: 10 });
    const all = Promise.all([ask('first', 9), ask('heavy', 8), ask('light', 1)]);
    await clock.advance(2000);
    await all;
    expect(grants.map(({ name }) => name)).toEqual(['first', 'heavy', 'light']);
    expect(grants[1]?.at).toBeCloseTo(700);
    expect(grants[2]?.at).toBeCloseTo(800);
  });

  it('fails a request that is larger than the bucket at once', async () => {
    const { limiter } = setUp({ rate: 10, burst: 4 });
    await expect(limiter.acquire(5)).rejects.toMatchObject({
      code: 'REQUEST_REJECTED',
      retryable: false,
      message: 'A request of weight 5 can never be granted: the rate limit allows 4 at once.',
    });
  });

  it('frees the place of one who gives up, so that those behind move up at once', async () => {
    const { clock, limiter, grants, ask } = setUp({ rate: 10, burst: 10 });
    const controller = new AbortController();
    await ask('first', 8);
    const given = failureOf(ask('heavy', 10, controller.signal));
    const light = ask('light', 2);
    await settlePromises();
    expect(limiter.waiting).toBe(2);
    controller.abort(new Error('gave up'));
    expect(await given).toMatchObject({ message: 'gave up' });
    await light;
    expect(grants).toEqual([
      { name: 'first', at: 0 },
      { name: 'light', at: 0 },
    ]);
    expect(clock.timers).toBe(0);
  });

  it('frees a place in the middle of the queue as well', async () => {
    const { clock, limiter, grants, ask } = setUp({ rate: 10, burst: 1 });
    const controller = new AbortController();
    await ask('a');
    const all = Promise.all([ask('b'), ask('d')]);
    const given = failureOf(ask('c', 1, controller.signal));
    const last = ask('e');
    controller.abort(new Error('gave up'));
    expect(await given).toMatchObject({ message: 'gave up' });
    expect(limiter.waiting).toBe(3);
    await clock.advance(300);
    await Promise.all([all, last]);
    expect(grants.map(({ name }) => name)).toEqual(['a', 'b', 'd', 'e']);
  });

  it('refuses an aborted request without a wait and without taking anything', async () => {
    const { limiter } = setUp({ rate: 1 });
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(limiter.acquire(1, { signal })).rejects.toThrow('too late');
    expect(limiter.available).toBe(1);
  });

  it('pauses everyone, and the later end of two pauses holds', async () => {
    const { clock, limiter, grants, ask } = setUp({ rate: 10, burst: 2 });
    limiter.pauseFor(5000);
    limiter.pauseFor(1000);
    expect(limiter.available).toBe(0);
    const all = Promise.all([ask('a'), ask('b'), ask('c')]);
    await clock.advance(10_000);
    await all;
    expect(grants.map(({ at }) => at)).toEqual([5000, 5000, 5100]);
  });

  it('holds back those who wait already when a pause begins', async () => {
    const { clock, limiter, grants, ask } = setUp({ rate: 10, burst: 1 });
    await ask('a');
    const second = ask('b');
    await clock.advance(50);
    limiter.pauseFor(1000);
    await clock.advance(2000);
    await second;
    expect(grants.map(({ at }) => at)).toEqual([0, 1050]);
  });

  it('gives back what an estimate took too much, to those who wait', async () => {
    const { limiter, ask } = setUp({ rate: 1, burst: 100 });
    const reservation = await ask('estimate', 90);
    const waiting = ask('next', 60);
    await settlePromises();
    expect(limiter.waiting).toBe(1);
    reservation.settle(40);
    await waiting;
    expect(limiter.available).toBe(0);
  });

  it('takes what an estimate took too little, and lets the next pay', async () => {
    const { clock, grants, ask } = setUp({ rate: 10, burst: 10 });
    const reservation = await ask('estimate', 5);
    reservation.settle(25);
    const next = ask('next', 1);
    await clock.advance(5000);
    await next;
    expect(grants[1]?.at).toBeCloseTo(1600);
  });

  it('settles a reservation once and never fills above the burst', async () => {
    const { clock, limiter } = setUp({ rate: 10, burst: 10 });
    const reservation = await limiter.acquire(10);
    await clock.advance(500);
    reservation.settle(0);
    expect(limiter.available).toBe(10);
    await limiter.acquire(5);
    reservation.settle(0);
    expect(limiter.available).toBe(5);
  });

  it('changes the rate for those who wait', async () => {
    const { clock, limiter, grants, ask } = setUp({ rate: 1, burst: 1 });
    await ask('a');
    const all = Promise.all([ask('b'), ask('c')]);
    await clock.advance(500);
    limiter.setRate({ rate: 10 });
    await clock.advance(1000);
    await all;
    expect(grants.map(({ at }) => Math.round(at))).toEqual([0, 550, 650]);
  });

  it('refuses those who wait for more than a smaller bucket holds', async () => {
    const { clock, limiter, ask } = setUp({ rate: 10, burst: 10 });
    await ask('a', 10);
    const heavy = failureOf(ask('heavy', 8));
    const light = ask('light', 2);
    await settlePromises();
    limiter.setRate({ burst: 5 });
    expect(await heavy).toMatchObject({ code: 'REQUEST_REJECTED' });
    await clock.advance(200);
    await light;
    expect(limiter.waiting).toBe(0);
  });

  it.each([
    [{ rate: 0 }, 'rate'],
    [{ rate: Number.POSITIVE_INFINITY }, 'rate'],
    [{ rate: 1, intervalMs: 0 }, 'intervalMs'],
    [{ rate: 1, burst: -1 }, 'burst'],
  ])('refuses the limits %o', (limits, name) => {
    expect(() => new RateLimiter(limits)).toThrow(`${name} must be a number above 0`);
  });

  it('refuses a weight that is no number of at least 0', async () => {
    const { limiter } = setUp({ rate: 1 });
    await expect(limiter.acquire(-1)).rejects.toMatchObject({ code: 'USAGE' });
    await expect(limiter.acquire(Number.NaN)).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('keeps real time with the clock of the machine', async () => {
    const limiter = new RateLimiter({ rate: 200, burst: 1 });
    const startedAt = performance.now();
    await limiter.acquire();
    await limiter.acquire();
    await limiter.acquire();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(9.99);
  });

  it('never grants more than burst + rate × t, in order, and wastes nothing under load', async () => {
    const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 60 });
    const limits = fc.record({
      rate: fc.double({ min: 0.5, max: 1000, noNaN: true }),
      intervalMs: fc.integer({ min: 1, max: 60_000 }),
      burst: fc.double({ min: 10, max: 40, noNaN: true }),
    });
    const property = fc.asyncProperty(limits, weights, async (limit, load) => {
      const { clock, limiter, grants, ask } = setUp(limit);
      const perMs = limit.rate / limit.intervalMs;
      const all = Promise.all(load.map((weight, index) => ask(String(index), weight)));
      const sum = load.reduce((left, right) => left + right, 0);
      await clock.advance(sum / perMs + 1);
      await all;
      expect(grants.map(({ name }) => Number(name))).toEqual([...load.keys()]);
      const before = load.map((_, index) => load.slice(0, index).reduce((a, b) => a + b, 0));
      for (const [from, first] of grants.entries()) {
        for (const [to, last] of grants.entries()) {
          if (to < from) continue;
          const granted = (before[to] ?? 0) + (load[to] ?? 0) - (before[from] ?? 0);
          expect(granted).toBeLessThanOrEqual(limit.burst + perMs * (last.at - first.at) + 1e-6);
        }
      }
      // Under load the last grant comes no later than the limits make it.
      const earliest = Math.max(0, (sum - limit.burst) / perMs);
      expect(grants.at(-1)?.at).toBeLessThanOrEqual(earliest * 1.000_001 + 0.01);
      expect(limiter.waiting).toBe(0);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
