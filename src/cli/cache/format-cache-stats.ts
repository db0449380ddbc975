import { formatMoney } from '../../core/format-money.ts';
import type { CacheStats } from '../../ledger/records.ts';
import { describeAge } from '../describe-age.ts';
import { formatCount, formatNumberOf } from '../format-count.ts';
import { formatShortCost } from '../format-money.ts';
import { formatTable } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import { formatBytes } from './format-bytes.ts';

/** What is kept, by where it came from; how large the ledger is; what reuse has saved so far. */
export function formatCacheStats({ groups, fileBytes, saved }: CacheStats, now: Date): string {
  const table = formatTable(
    [
      { head: 'Kept' },
      { head: 'Entries', isNumber: true },
      { head: 'Size', isNumber: true },
      { head: 'Cost', isNumber: true },
      { head: 'Oldest' },
      { head: 'Newest' },
    ],
    groups.map(({ kind, source, entries, bytes, usage, oldest, newest }) => [
      `${kind === 'answer' ? 'answers of' : 'outputs of'} ${terminalText(source, { limit: 60 })}`,
      formatCount(entries),
      formatBytes(bytes),
      formatShortCost(usage),
      describeAge(oldest, now),
      describeAge(newest, now),
    ]),
  );
  return [
    ...(groups.length === 0 ? ['Nothing is kept.'] : table),
    '',
    `The ledger takes ${formatBytes(fileBytes)} on disk.`,
    saved.calls === 0
      ? 'Reuse has saved nothing so far.'
      : `Reuse has saved ${formatNumberOf(saved.calls, 'call')}, ${formatNumberOf(saved.credits, 'search credit')} and ${formatMoney(saved.costUsd)} so far.`,
  ].join('\n');
}
