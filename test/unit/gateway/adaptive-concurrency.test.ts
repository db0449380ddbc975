import { expect, it } from 'vitest';
import { AdaptiveConcurrency } from '../../../src/gateway/adaptive-concurrency.ts';

function succeed(concurrency: AdaptiveConcurrency, times: number): void {
  for (let count = 0; count < times; count++) concurrency.succeeded();
}

it('halves once for an episode, however many answers say so and however late they come', () => {
  const concurrency = new AdaptiveConcurrency(16);
  expect(concurrency.throttled(100, 2100)).toBe(true);
  for (let sentAt = 101; sentAt < 110; sentAt++) {
    expect(concurrency.throttled(sentAt, 2200)).toBe(false);
  }
  expect(concurrency.limit).toBe(8);
  expect(concurrency.throttled(2199, 4100)).toBe(false);
  expect(concurrency.throttled(4100, 6100)).toBe(true);
  expect(concurrency.limit).toBe(4);
});

it('grows back by one for a round of good answers, at most ten, up to where it began', () => {
  const concurrency = new AdaptiveConcurrency(24);
  concurrency.throttled(0, 1000);
  expect(concurrency.limit).toBe(12);
  succeed(concurrency, 9);
  expect(concurrency.limit).toBe(12);
  succeed(concurrency, 1);
  expect(concurrency.limit).toBe(13);
  for (const at of [1000, 2000, 3000]) concurrency.throttled(at, at + 1000);
  expect(concurrency.limit).toBe(1);
  succeed(concurrency, 1 + 2 + 3);
  expect(concurrency.limit).toBe(4);
  succeed(concurrency, 1000);
  expect(concurrency.limit).toBe(24);
});

it('stops growing on a server fault, but does not shrink', () => {
  const concurrency = new AdaptiveConcurrency(8);
  concurrency.throttled(0, 1000);
  succeed(concurrency, 3);
  concurrency.faltered();
  succeed(concurrency, 3);
  expect(concurrency.limit).toBe(4);
});

it('never goes below one', () => {
  const concurrency = new AdaptiveConcurrency(1);
  concurrency.throttled(0, 1);
  expect(concurrency.limit).toBe(1);
});
