import type { RunSummary } from '../core/summary.ts';
import { formatCount, formatNumberOf } from './format-count.ts';
import { terminalText } from './terminal-text.ts';

/** What a fetch of works has combined, and what is to be known of it; nothing for other runs. */
export function describeWorks({ works }: Pick<RunSummary, 'works'>): string[] {
  if (works === undefined) return [];
  const { unique, ids, notes } = works;
  const from = ids === 0 ? 'one search' : formatNumberOf(ids, 'id');
  return [
    `Combined ${formatCount(unique)} unique ${unique === 1 ? 'result' : 'results'} from ${from}`,
    ...notes.map((note) => terminalText(note, { limit: 400 })),
  ];
}
