import { expect, test } from 'vitest';
import { describeRunEstimate } from '../../../src/cli/describe-run-estimate.ts';
import type { RunEstimate } from '../../../src/run/estimate-run.ts';

const estimate: RunEstimate = {
  searches: 300,
  pages: 0,
  credits: 300,
  writerCalls: 60,
  inputTokens: 672_000,
  outputTokens: 120_000,
  pricedUsd: 3.444,
  unpriced: [],
  leastMilliseconds: 207_600,
};
const nothing = { searches: 0, credits: 0, writerCalls: 0, inputTokens: 0, outputTokens: 0 };
const homeMade = [{ name: 'home-made', setting: 'prices.models' as const }];

test('an estimate is one sentence', () => {
  expect(describeRunEstimate(estimate)).toEqual([
    'Estimate: 300 searches, 300 credits, 60 writer calls, about 790,000 tokens; about $3.44, and at least 3m 28s at the known limits.',
  ]);
  const small = { ...estimate, ...nothing, searches: 1, credits: 1, pages: 1, pricedUsd: 0.008 };
  expect(describeRunEstimate({ ...small, leastMilliseconds: 2000 })).toEqual([
    'Estimate: 1 search, 1 web page, 1 credit; about $0.0080.',
  ]);
});

test('what is a bound is told as one', () => {
  expect(describeRunEstimate({ ...estimate, isBound: true })[0]).toMatch(
    /^Estimate: at most 300 searches, 300 credits, 60 writer calls/,
  );
  const free = { ...estimate, ...nothing, pricedUsd: 0, isBound: true, pages: 2 };
  expect(describeRunEstimate(free)[0]).toMatch(/^Estimate: 2 web pages; at no cost/);
});

test('a budget below it is said', () => {
  expect(describeRunEstimate({ ...estimate, budgetLeftUsd: 3.444 })).toHaveLength(1);
  expect(describeRunEstimate({ ...estimate, budgetLeftUsd: 1 })[1]).toBe(
    'Only $1.00 may be spent: the run may stop at the budget. It can be resumed with a higher --max-cost.',
  );
});

test('what has no price is said, and what is free too', () => {
  const [mixed] = describeRunEstimate({ ...estimate, pricedUsd: 2.4, unpriced: homeMade });
  expect(mixed).toContain(
    'tokens; the price of home-made is not known, that of the rest is about $2.40, and at least',
  );
  const writing = { ...estimate, searches: 0, credits: 0, pricedUsd: 0, leastMilliseconds: 0 };
  expect(describeRunEstimate({ ...writing, unpriced: homeMade })[0]).toContain(
    'tokens; the price of home-made is not known.',
  );
  expect(describeRunEstimate(writing)[0]).toContain('tokens; at no cost.');
});

test('a run that calls nobody has none', () => {
  expect(describeRunEstimate({ ...estimate, ...nothing, pricedUsd: 0 })).toEqual([]);
});
