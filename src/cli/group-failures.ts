import type { ErrorReport } from '../core/events.ts';
import type { ItemOutcome } from '../core/summary.ts';

/** Failed items that share one reason, in input order. */
export interface FailureGroup {
  error: ErrorReport;
  items: ItemOutcome[];
}

/** Failed items by reason, the most frequent first; reasons that differ only in the keyword they name are one. */
export function groupFailures(items: readonly ItemOutcome[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const item of items) {
    if (item.status !== 'failed') continue;
    const error = item.error ?? {
      code: 'INTERNAL',
      message: 'No reason is known.',
      suggestions: [],
    };
    const reason = withoutKeyword(error.message, item.keyword);
    const key = `${error.code} ${reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { error, items: [item] });
    else {
      group.items.push(item);
      group.error = { ...error, message: reason };
    }
  }
  return [...groups.values()].sort((left, right) => right.items.length - left.items.length);
}

const LETTER_AT_END = /[\p{L}\p{N}]$/u;
const LETTER_AT_START = /^[\p{L}\p{N}]/u;

/** The message with `…` for the keyword, where it stands as a word of its own. */
function withoutKeyword(message: string, keyword: string): string {
  if (keyword === '') return message;
  return message.split(keyword).reduce((before, after) => {
    const isWord = !LETTER_AT_END.test(before) && !LETTER_AT_START.test(after);
    return `${before}${isWord ? '…' : keyword}${after}`;
  });
}
