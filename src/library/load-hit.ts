import type { DatabaseSync } from 'node:sqlite';
import type { LibraryHit, LibraryPassage } from './library.ts';

/** A document and its passages as a search has found them. */
export interface FoundDocument {
  id: number;
  score: number;
  /** Best first. */
  passages: readonly { id: number; score: number; similarity?: number }[];
}

/** Reads a document that was found; undefined when another process has taken it out meanwhile. */
export function loadHit(database: DatabaseSync, document: FoundDocument): LibraryHit | undefined {
  const row = database
    .prepare('SELECT path, title, author, published_at, text, read_at FROM documents WHERE id = ?')
    .get(document.id) as DocumentRow | undefined;
  if (row === undefined) return undefined;
  const find = database.prepare('SELECT start, end, heading, page FROM passages WHERE id = ?');
  return {
    id: document.id,
    path: row.path,
    title: row.title,
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    text: row.text,
    readAt: row.read_at,
    score: document.score,
    passages: document.passages.flatMap((passage): LibraryPassage[] => {
      const place = find.get(passage.id) as PassageRow | undefined;
      if (place === undefined) return [];
      const { start, end, heading, page } = place;
      return [
        {
          ...passage,
          start,
          end,
          ...(heading === null ? {} : { heading }),
          ...(page === null ? {} : { page }),
        },
      ];
    }),
  };
}

interface DocumentRow {
  path: string;
  title: string;
  author: string | null;
  published_at: string | null;
  text: string;
  read_at: string;
}

interface PassageRow {
  start: number;
  end: number;
  heading: string | null;
  page: number | null;
}
