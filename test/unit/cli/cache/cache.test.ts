import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { clearCache, readClearFilter } from '../../../../src/cli/cache/clear-cache.ts';
import { formatBytes } from '../../../../src/cli/cache/format-bytes.ts';
import { formatCacheEntries } from '../../../../src/cli/cache/format-cache-entries.ts';
import { formatCacheStats } from '../../../../src/cli/cache/format-cache-stats.ts';
import { formatClearing } from '../../../../src/cli/cache/format-clearing.ts';
import { parseAge } from '../../../../src/cli/cache/parse-age.ts';
import { NO_USAGE } from '../../../../src/core/usage.ts';
import type { CacheEntry } from '../../../../src/ledger/records.ts';
import { SOME_USAGE } from '../../../support/run-events.ts';

const NOW = new Date('2026-03-02T08:00:00.000Z');

test.each([
  ['7d', '2026-02-23T08:00:00.000Z'],
  ['48h', '2026-02-28T08:00:00.000Z'],
  ['30m', '2026-03-02T07:30:00.000Z'],
  ['0d', '2026-03-02T08:00:00.000Z'],
  [' 1D ', '2026-03-01T08:00:00.000Z'],
])('the age %s is the time %s', (age, time) => {
  expect(parseAge(age, NOW)).toBe(time);
});

test.each(['', '7', 'd', '-1d', '1.5d', '1w', '99999999d', '7d; rm'])('"%s" is no age', (age) => {
  expect(() => parseAge(age, NOW)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});

const FLAGS = { 'dry-run': false, all: false };

test('flags narrow down what is forgotten; without them it is everything', () => {
  expect(readClearFilter(FLAGS, NOW)).toEqual({});
  expect(readClearFilter({ ...FLAGS, 'older-than': '1h', keyword: 'heat pump' }, NOW)).toEqual({
    before: '2026-03-02T07:00:00.000Z',
    text: 'heat pump',
  });
  for (const flags of [{ keyword: ' ' }, { 'older-than': '' }]) {
    expect(() => readClearFilter({ ...FLAGS, ...flags }, NOW)).toThrow(
      expect.objectContaining({ code: 'USAGE' }),
    );
  }
});

test('the flags reach the ledger', async () => {
  const asked: unknown[] = [];
  const ledger = {
    clearCache: async (filter: unknown) => {
      asked.push(filter);
      return { entries: 2, bytes: 3400, needed: 1 };
    },
  };
  const report = await clearCache(ledger, { text: 'tea' }, { 'dry-run': true, all: true });
  expect(asked).toEqual([{ text: 'tea', dryRun: true, all: true }]);
  expect(report).toEqual({ entries: 2, bytes: 3400, needed: 1, dryRun: true });
});

test.each([
  [{ entries: 0, needed: 0, dryRun: false }, 'Nothing to forget.'],
  [{ entries: 1, needed: 0, dryRun: false }, 'Forgot 1 answer or output, 3.4 kB.'],
  [
    { entries: 1200, needed: 12, dryRun: true },
    'Would forget 1,200 answers and outputs, 3.4 kB.\n12 stay, because keywords need them that are not done yet; --all takes them too.',
  ],
  [
    { entries: 0, needed: 1, dryRun: false },
    'Nothing to forget.\n1 stays, because a keyword needs it that is not done yet; --all takes it too.',
  ],
])('%j is told as "%s"', (report, text) => {
  expect(formatClearing({ bytes: 3400, ...report })).toBe(text);
});

test('sizes have three digits at most', () => {
  expect(
    [0, 999, 1000, 3412, 99_949, 99_950, 999_499, 999_500, 2.5e12, 5e15].map(formatBytes),
  ).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '3.4 kB',
    '99.9 kB',
    '100 kB',
    '999 kB',
    '1.0 MB',
    '2.5 TB',
    '5000 TB',
  ]);
});

test('what is kept is a table with what reuse has saved', () => {
  const group = { oldest: '2026-03-02T05:00:00.000Z', newest: '2026-03-02T07:58:00.000Z' };
  const groups = [
    {
      ...group,
      kind: 'answer',
      source: 'tavily search',
      entries: 1200,
      bytes: 3.4e6,
      usage: SOME_USAGE,
    },
    { ...group, kind: 'output', source: 'research', entries: 1, bytes: 900, usage: NO_USAGE },
  ] as const;
  const stats = {
    groups,
    fileBytes: 5e6,
    saved: { ...NO_USAGE, calls: 12, credits: 6, costUsd: 0.05 },
  };
  expect(formatCacheStats(stats, NOW).split('\n')).toEqual([
    'Kept                      Entries    Size   Cost  Oldest   Newest',
    'answers of tavily search    1,200  3.4 MB  $0.25  3 h ago  2 min ago',
    'outputs of research             1   900 B  $0.00  3 h ago  2 min ago',
    '',
    'The ledger takes 5.0 MB on disk.',
    'Reuse has saved 12 calls, 6 search credits and $0.05 so far.',
  ]);
  const empty = formatCacheStats({ groups: [], fileBytes: 0, saved: NO_USAGE }, NOW);
  expect(empty).toContain('Nothing is kept.');
  expect(empty).toContain('Reuse has saved nothing so far.');
});

test('entries fit the terminal and are tame', () => {
  const entry: CacheEntry = {
    kind: 'answer',
    run: 'r1',
    source: 'tavily search',
    keyword: 'tea',
    detail: 'https://api.example/search "green tea"',
    madeAt: '2026-03-02T07:58:00.000Z',
    bytes: 3412,
    costUsd: 0.008,
  };
  const output: CacheEntry = { ...entry, kind: 'output', source: 'research', detail: 'tea' };
  expect(formatCacheEntries([entry, output], { now: NOW }).split('\n')).toEqual([
    'Made       By               Size     Cost  Keyword  Of',
    '2 min ago  tavily search  3.4 kB  $0.0080  tea      https://api.example/search "green tea"',
    '2 min ago  research       3.4 kB  $0.0080  tea',
  ]);
  const evil = `\u001b[2J${'電動'.repeat(300)}`;
  const lines = formatCacheEntries([{ ...entry, keyword: evil, detail: evil, source: evil }], {
    now: NOW,
    columns: 80,
  }).split('\n');
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
  expect(lines.join()).not.toContain('\u001b');
});
