import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../src/providers/retry-after.ts';

const NOW = Date.parse('2026-11-05T10:00:00Z');
const read = (headers: Record<string, string>): number | undefined =>
  retryAfterMs((name) => headers[name], NOW);

describe('retryAfterMs', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 2.5 ' }, 2500],
    [{ 'retry-after': 'Thu, 05 Nov 2026 10:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Thu, 05 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5x' }, undefined],
    [{ 'retry-after': '9', 'retry-after-ms': '120' }, 120],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '6m0s' }, 360_000],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '120ms' }, 120],
    [{ 'x-ratelimit-remaining-tokens': '4', 'x-ratelimit-reset-tokens': '6m0s' }, undefined],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': 'never' }, undefined],
    [
      {
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '1s',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '1h1m',
      },
      3_660_000,
    ],
  ])('reads %j as %s', (headers, expected) => {
    expect(read(headers)).toBe(expected);
  });
});
