import type { KeywordItem } from './keyword.ts';
import { keywordKey } from './normalise-keyword.ts';

/** A keyword and where it was read, in words for people: `line 7`, `argument 2`. */
export interface LocatedKeyword {
  item: KeywordItem;
  place: string;
}

/** Columns of which one row has one value. */
const COLUMNS = ['title', 'audience', 'tone', 'language', 'template', 'sources', 'slug'] as const;

/**
 * Makes one item of all rows with the same or nearly the same keyword. The first row wins; later rows
 * fill in what it left open. Every merge gives a note, which also names what it dropped.
 */
export function mergeKeywords(rows: readonly LocatedKeyword[]): {
  items: KeywordItem[];
  notes: string[];
} {
  const merged = new Map<string, LocatedKeyword>();
  const notes: string[] = [];
  for (const row of rows) {
    const key = keywordKey(row.item.keyword);
    const first = merged.get(key);
    if (first === undefined) {
      merged.set(key, row);
      continue;
    }
    const dropped = droppedColumns(first.item, row.item);
    notes.push(
      `"${row.item.keyword}" (${row.place}) is the same as "${first.item.keyword}" (${first.place}): merged` +
        (dropped.length === 0 ? '' : `; its own ${dropped.join(', ')} is not used`),
    );
    merged.set(key, { item: fillIn(first.item, row.item), place: first.place });
  }
  return { items: [...merged.values()].map((row) => row.item), notes };
}

function fillIn(first: KeywordItem, later: KeywordItem): KeywordItem {
  return {
    ...later,
    ...first,
    priority: first.priority === 0 ? later.priority : first.priority,
    extra: { ...later.extra, ...first.extra },
  };
}

/** Names of the columns in which the later row says something else than the first. */
function droppedColumns(first: KeywordItem, later: KeywordItem): string[] {
  const differs = (left: unknown, right: unknown): boolean =>
    left !== undefined && right !== undefined && JSON.stringify(left) !== JSON.stringify(right);
  const columns: string[] = COLUMNS.filter((name) => differs(first[name], later[name]));
  if (first.priority !== 0 && later.priority !== 0 && first.priority !== later.priority) {
    columns.push('priority');
  }
  const extra = Object.keys(later.extra).filter((name) =>
    differs(Object.hasOwn(first.extra, name) ? first.extra[name] : undefined, later.extra[name]),
  );
  return [...columns, ...extra];
}
