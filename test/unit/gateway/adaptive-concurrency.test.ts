import { expect, it } from 'vitest';
import { AdaptiveConcurrency } from '../../../src/gateway/adaptive-concurrency.ts';

function succeed(concurrency: AdaptiveConcurrency, times: number): void {
  for (let count = 0; count < times; count++) concurrency.succeeded();
}

it('halves once for an episode, however many answers say so', () => {
  const concurrency = new AdaptiveConcurrency(16);
  for (let answer = 0; answer < 10; answer++) concurrency.throttled(100 + answer, 2100);
  expect(concurrency.limit).toBe(8);
  concurrency.throttled(2100, 4100);
  expect(concurrency.limit).toBe(4);
});

it('grows back by one for ten good answers, up to where it began', () => {
  const concurrency = new AdaptiveConcurrency(4);
  concurrency.throttled(0, 1000);
  expect(concurrency.limit).toBe(2);
  succeed(concurrency, 9);
  expect(concurrency.limit).toBe(2);
  succeed(concurrency, 1);
  expect(concurrency.limit).toBe(3);
  succeed(concurrency, 100);
  expect(concurrency.limit).toBe(4);
});

it('stops growing on a server fault, but does not shrink', () => {
  const concurrency = new AdaptiveConcurrency(4);
  concurrency.throttled(0, 1000);
  succeed(concurrency, 9);
  concurrency.faltered();
  succeed(concurrency, 9);
  expect(concurrency.limit).toBe(2);
});

it('never goes below one', () => {
  const concurrency = new AdaptiveConcurrency(1);
  concurrency.throttled(0, 1);
  expect(concurrency.limit).toBe(1);
});
