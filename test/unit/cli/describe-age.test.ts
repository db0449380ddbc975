import { expect, test } from 'vitest';
import { describeAge } from '../../../src/cli/describe-age.ts';

const NOW = new Date(2026, 2, 2, 12, 0, 0);
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds).toISOString();

test.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 min ago'],
  [3_599_999, '59 min ago'],
  [3_600_000, '1 h ago'],
  [86_399_999, '23 h ago'],
])('%i ms before is %s', (milliseconds, text) => {
  expect(describeAge(ago(milliseconds), NOW)).toBe(text);
});

test('from a day on it is the local time', () => {
  expect(describeAge(new Date(2026, 1, 28, 9, 5).toISOString(), NOW)).toBe('2026-02-28 09:05');
});

test('a clock that was set back an hour does no harm', () => {
  expect(describeAge(ago(-3_600_000), NOW)).toBe('just now');
  expect(describeAge(new Date(2026, 2, 9, 9, 5).toISOString(), NOW)).toBe('2026-03-09 09:05');
  expect(describeAge('nonsense', NOW)).toBe('unknown');
});
