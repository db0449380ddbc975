import { formatMoney } from '../../core/format-money.ts';
import type { CacheEntry } from '../../ledger/records.ts';
import { clipText } from '../clip-text.ts';
import { describeAge } from '../describe-age.ts';
import { formatTable } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import { formatBytes } from './format-bytes.ts';

/** Kept answers and outputs as a table; lines are clipped to `columns` where they are given. */
export function formatCacheEntries(
  entries: readonly CacheEntry[],
  options: { now: Date; columns?: number | undefined },
): string {
  const { now, columns = Infinity } = options;
  // What is long and least telling stands last, where narrow terminals clip it.
  const table = formatTable(
    [
      { head: 'Made' },
      { head: 'By' },
      { head: 'Size', isNumber: true },
      { head: 'Cost', isNumber: true },
      { head: 'Keyword' },
      { head: 'Of' },
    ],
    entries.map(({ source, keyword = '', detail, madeAt, bytes, costUsd }) => [
      describeAge(madeAt, now),
      terminalText(source, { limit: 40 }),
      formatBytes(bytes),
      formatMoney(costUsd),
      clipText(terminalText(keyword, { limit: 120 }), 40),
      detail === keyword ? '' : terminalText(detail, { limit: 200 }),
    ]),
  );
  return table.map((line) => (columns === Infinity ? line : clipText(line, columns))).join('\n');
}
