import { formatCount } from '../format-count.ts';
import type { ClearReport } from './clear-cache.ts';
import { formatBytes } from './format-bytes.ts';

/** What was forgotten, or would be, and what stays. */
export function formatClearing({ entries, bytes, needed, dryRun }: ClearReport): string {
  const things =
    entries === 1 ? '1 answer or output' : `${formatCount(entries)} answers and outputs`;
  const stays =
    needed === 0
      ? []
      : [
          `${formatCount(needed)} ${needed === 1 ? 'stays, because a keyword needs it that is not done yet' : 'stay, because keywords need them that are not done yet'}; --all takes ${needed === 1 ? 'it' : 'them'} too.`,
        ];
  if (entries === 0) return ['Nothing to forget.', ...stays].join('\n');
  const done = dryRun ? 'Would forget' : 'Forgot';
  return [`${done} ${things}, ${formatBytes(bytes)}.`, ...stays].join('\n');
}
