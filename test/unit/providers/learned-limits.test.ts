import { expect, it } from 'vitest';
import type { LearnedLimits } from '../../../src/core/learned-limits.ts';
import { learnedLimits } from '../../../src/providers/learned-limits.ts';
import { readDuration } from '../../../src/providers/read-duration.ts';

it.each<[string | undefined, number | undefined]>([
  ['1s', 1000],
  ['6m0s', 360_000],
  ['120ms', 120],
  ['1m30.5s', 90_500],
  ['1h1m', 3_660_000],
  ['7.66ms', 7.66],
  ['2.5', 2500],
  [' 30 ', 30_000],
  ['', undefined],
  [undefined, undefined],
  ['soon', undefined],
  ['-1s', undefined],
  ['1'.repeat(41), undefined],
])('reads the duration %j as %s ms', (text, expected) => {
  expect(readDuration(text)).toBe(expected);
});

const read = (limit?: string, remaining?: string, reset?: string): LearnedLimits | undefined => {
  const headers = new Map([
    ['x-ratelimit-limit-requests', limit],
    ['x-ratelimit-remaining-requests', remaining],
    ['x-ratelimit-reset-requests', reset],
  ]);
  return learnedLimits((name) => headers.get(name));
};

it('reads what is left beside the limit, for requests and for tokens', () => {
  const headers: Record<string, string> = {
    'x-ratelimit-limit-requests': '60',
    'x-ratelimit-remaining-requests': '59',
    'x-ratelimit-reset-requests': '1s',
    'x-ratelimit-limit-tokens': '150000',
    'x-ratelimit-remaining-tokens': '0',
    'x-ratelimit-reset-tokens': '1m0s',
  };
  expect(learnedLimits((name) => headers[name])).toEqual({
    requestsPerMinute: 60,
    remainingRequests: 59,
    requestsResetMs: 1000,
    tokensPerMinute: 150_000,
    remainingTokens: 0,
    tokensResetMs: 60_000,
  });
});

it.each<[string, [string?, string?, string?], number | undefined]>([
  ['a limit alone as one of a minute', ['500'], 500],
  ['a limit of a second by how soon it is free again', ['20', '10', '500ms'], 1200],
  ['a limit of two seconds by its measure', ['10000', '4000', '1.2s'], 300_000],
  ['a window that ends soon as one of a minute', ['100', '60', '37s'], 100],
  ['a limit of a day that is hardly used as no limit', ['10000', '9999', '8.64s'], 10_000],
  ['a limit of a day that is used up as what flows in', ['14400', '0', '24h'], 10],
  ['one that is rounded too much as unknown', ['20', '19', '50ms'], undefined],
  ['one of which nothing is used as unknown', ['20', '20', '0s'], undefined],
  ['a rounded reset as a limit of a minute', ['30000', '29000', '0s'], 30_000],
  ['nonsense as nothing', ['-5', '3', '1s'], undefined],
  ['a limit of 0 as nothing', ['0', '0', '1s'], undefined],
])('takes %s', (_, headers, expected) => {
  expect(read(...headers)?.requestsPerMinute).toBe(expected);
});

it('says nothing where nothing is told', () => {
  expect(read()).toBeUndefined();
  expect(read('many', 'some', 'later')).toBeUndefined();
});
