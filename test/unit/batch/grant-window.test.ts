import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrantWindow } from '../../../src/batch/grant-window.ts';
import { RateLimiter } from '../../../src/batch/rate-limiter.ts';
import { ManualClock } from './manual-clock.ts';

describe('GrantWindow', () => {
  it('says when enough has left for more to fit in', () => {
    const window = new GrantWindow(1000);
    window.add(0.5, 0);
    window.add(0.3, 100);
    expect(window.waitFor(0.2, 100)).toBe(0);
    expect(window.waitFor(0.4, 100)).toBe(900);
    expect(window.waitFor(0.8, 100)).toBe(1000);
    expect(window.free(1000)).toBeCloseTo(0.7);
    expect(window.free(1100)).toBe(1);
  });

  it('corrects what turned out larger or smaller while it is in the window', () => {
    const window = new GrantWindow(1000);
    const slot = window.add(0.5, 0);
    window.correct(slot, -0.4, 10);
    expect(window.free(10)).toBeCloseTo(0.9);
    window.correct(slot, 2, 20);
    expect(window.free(20)).toBe(0);
    window.correct(slot, 5, 1000);
    expect(window.free(1000)).toBe(1);
  });

  it('keeps exact count of as many grants as come', () => {
    const window = new GrantWindow(60_000);
    let granted = 0;
    for (let now = 0; now < 180_000; now += 0.5) {
      if (window.waitFor(1e-5, now) > 0) continue;
      window.add(1e-5, now);
      granted++;
    }
    expect(granted).toBeGreaterThanOrEqual(299_000);
    expect(granted).toBeLessThanOrEqual(300_000);
  });
});

describe('RateLimiter with a window', () => {
  it('never takes more than the limit in any window, and uses nearly all of it', async () => {
    const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 20, maxLength: 80 });
    const property = fc.asyncProperty(
      weights,
      fc.integer({ min: 1, max: 60 }),
      async (load, burst) => {
        const clock = new ManualClock();
        const limiter = new RateLimiter({ rate: 100, burst, windowMs: 1010, clock });
        const grants: { at: number; weight: number }[] = [];
        const all = Promise.all(
          load.map(async (weight) => {
            await limiter.acquire(weight);
            grants.push({ at: clock.now(), weight });
          }),
        );
        const sum = load.reduce((left, right) => left + right, 0);
        await clock.advance(sum * 30 + 5000);
        await all;
        for (const { at: from } of grants) {
          const inWindow = grants.filter(({ at }) => at >= from && at < from + 1010);
          const taken = inWindow.reduce((total, { weight }) => total + weight, 0);
          expect(taken).toBeLessThanOrEqual(100);
        }
        // What a window cannot take because it does not fit in whole is less than one request a window.
        expect(grants.at(-1)?.at).toBeLessThanOrEqual((sum / 80) * 1012 + 1012);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  it('grants a weight above the burst when the bucket is full, and lets the next pay', async () => {
    const clock = new ManualClock();
    const limiter = new RateLimiter({ rate: 100, burst: 10, windowMs: 1010, clock });
    const at: number[] = [];
    await limiter.acquire(50);
    const next = limiter.acquire(1).then(() => at.push(clock.now()));
    await clock.advance(1000);
    await next;
    expect(at[0]).toBeCloseTo(410);
    await expect(limiter.acquire(101)).rejects.toMatchObject({ code: 'REQUEST_REJECTED' });
  });

  it('counts what was granted as the same part of a new limit', async () => {
    const clock = new ManualClock();
    const limiter = new RateLimiter({ rate: 100, burst: 100, windowMs: 1000, clock });
    await limiter.acquire(50);
    limiter.setRate({ rate: 10, burst: 10 });
    expect(limiter.available).toBeCloseTo(5);
    limiter.setRate({ rate: 200, burst: 200, limit: 400 });
    expect(limiter.available).toBeCloseTo(10);
    await clock.advance(900);
    expect(limiter.available).toBeCloseTo(190);
  });

  it('comes back from a pause with no more than was said, and at the rate', async () => {
    const clock = new ManualClock();
    const limiter = new RateLimiter({ rate: 10, burst: 5, clock });
    limiter.pauseFor(3000, { leaving: 1 });
    const at: number[] = [];
    const all = Promise.all(
      [1, 2, 3].map(() => limiter.acquire().then(() => at.push(Math.round(clock.now())))),
    );
    await clock.advance(4000);
    await all;
    expect(at).toEqual([3000, 3100, 3200]);
  });

  it('is lowered to what is left', async () => {
    const clock = new ManualClock();
    const limiter = new RateLimiter({ rate: 10, burst: 5, clock });
    limiter.lowerTo(2);
    expect(limiter.available).toBe(2);
    limiter.lowerTo(4);
    expect(limiter.available).toBe(2);
    await clock.advance(100);
    expect(limiter.available).toBeCloseTo(3);
  });
});
