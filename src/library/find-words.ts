import type { DatabaseSync } from 'node:sqlite';

/** BM25 weights of the columns title, heading and body. */
const COLUMN_WEIGHTS = '2.0, 3.0, 1.0';

/** Ids of the passages that have any of the words, best first. */
export function findWords(
  database: DatabaseSync,
  match: string | undefined,
  depth: number,
  isWanted: ((document: number) => boolean) | undefined,
): number[] {
  if (match === undefined) return [];
  const isOpen = isWanted === undefined;
  const statement = database.prepare(
    `SELECT f.rowid ${isOpen ? '' : ', p.document_id'} FROM passages_fts f
     ${isOpen ? '' : 'JOIN passages p ON p.id = f.rowid'}
     WHERE passages_fts MATCH ? ORDER BY bm25(passages_fts, ${COLUMN_WEIGHTS}), f.rowid
     ${isOpen ? `LIMIT ${depth}` : ''}`,
  );
  statement.setReturnArrays(true);
  const ids: number[] = [];
  for (const row of statement.iterate(match)) {
    const [id, document] = row as unknown as [number, number];
    if (isOpen || isWanted(document)) ids.push(id);
    if (ids.length >= depth) break;
  }
  return ids;
}
