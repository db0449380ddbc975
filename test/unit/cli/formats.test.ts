import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { clipText } from '../../../src/cli/clip-text.ts';
import { formatCompact, formatCount, formatNumberOf } from '../../../src/cli/format-count.ts';
import { formatClock, formatDuration } from '../../../src/cli/format-duration.ts';
import { formatCost, formatShortCost } from '../../../src/cli/format-money.ts';
import { wrapText } from '../../../src/cli/wrap-text.ts';
import { formatMoney } from '../../../src/core/format-money.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';

test.each([
  [-5, '0.0s'],
  [0, '0.0s'],
  [440, '0.4s'],
  [9949, '9.9s'],
  [9951, '10s'],
  [59_499, '59s'],
  [59_600, '1m 00s'],
  [185_000, '3m 05s'],
  [3_599_900, '1h 00m'],
  [7_620_000, '2h 07m'],
  [97_200_000, '1d 03h'],
])('a duration of %d ms is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test('a clock counts hours only when there are any', () => {
  expect([0, 7_900, 760_000, 3_723_000].map(formatClock)).toEqual([
    '0:00',
    '0:07',
    '12:40',
    '1:02:03',
  ]);
});

test('counts are grouped, shortened and agree with their noun', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567');
  expect([950, 12_345, 1_200_000].map(formatCompact)).toEqual(['950', '12.3K', '1.2M']);
  expect([formatNumberOf(1, 'call'), formatNumberOf(2, 'call')]).toEqual(['1 call', '2 calls']);
});

test('small amounts do not look like nothing', () => {
  expect([0, 0.00001, 0.0021, 0.01, 1234.5].map(formatMoney)).toEqual([
    '$0.00',
    '<$0.0001',
    '$0.0021',
    '$0.01',
    '$1,234.50',
  ]);
});

test('calls without a known price are said, never counted as free', () => {
  const unpriced = { ...NO_USAGE, calls: 2, unpricedCalls: 2 };
  expect(formatCost(unpriced)).toBe('unknown for 2 unpriced calls');
  expect(formatShortCost(unpriced)).toBe('unpriced');
  const mixed = { ...unpriced, costUsd: 0.5, unpricedCalls: 1 };
  expect(formatCost(mixed)).toBe('$0.50, unknown for 1 unpriced call');
  expect(formatShortCost(mixed)).toBe('$0.50 + unpriced');
  expect(formatCost(NO_USAGE)).toBe('$0.00');
});

test('clipping counts columns, not characters', () => {
  expect(clipText('short', 80)).toBe('short');
  expect(clipText('abcdefghij', 5)).toBe('abcd…');
  expect(clipText('電動自転車', 6)).toBe('電動…');
  expect(clipText('abc', 0)).toBe('');
});

test('wrapping hangs, keeps all words and breaks what is wider than a line', () => {
  const text = '  one two three 電動自転車バッテリー https://example.org/a/very/long/path';
  const lines = wrapText(text, 16, 4).split('\n');
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(16);
  expect(lines[0]).toBe('  one two three');
  expect(lines.slice(1).every((line) => line.startsWith('    '))).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});
