import type { DatabaseSync } from 'node:sqlite';
import type { ChunkHit } from './chunk-hit.ts';
import { makeSnippet } from './make-snippet.ts';
import type { NearPassage } from './vector-table.ts';

/** How a search has found a passage; places count from 0. */
export interface FoundChunk {
  score: number;
  /** Place by words. */
  words: number | undefined;
  near: (NearPassage & { place: number }) | undefined;
}

/** Reads the passages that a search has found; undefined for one that another process has taken out meanwhile. */
export function createHitLoader(
  database: DatabaseSync,
  query: string,
): (id: number, found: FoundChunk) => ChunkHit | undefined {
  const find = database.prepare(`
    SELECT d.id, d.path, d.title, d.kind, d.author, d.published_at, d.language, p.start, p.end, p.page, p.heading
    FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id = ?`);
  const textOf = createTextReader(database);
  return (id, found) => {
    const row = find.get(id) as PassageRow | undefined;
    return row === undefined ? undefined : toHit(row, textOf(row.id), query, found);
  };
}

/** Reads each text once: books have several passages among the best. */
function createTextReader(database: DatabaseSync): (document: number) => string {
  const find = database.prepare('SELECT text FROM documents WHERE id = ?');
  const known = new Map<number, string>();
  return (document) => {
    const text = known.get(document) ?? String(find.get(document)?.['text'] ?? '');
    known.set(document, text);
    return text;
  };
}

interface PassageRow {
  id: number;
  path: string;
  title: string;
  kind: string;
  author: string | null;
  published_at: string | null;
  language: string | null;
  start: number;
  end: number;
  page: number | null;
  heading: string | null;
}

function toHit(
  row: PassageRow,
  documentText: string,
  query: string,
  { score, words, near }: FoundChunk,
): ChunkHit {
  const { path, title, kind, start, end } = row;
  const text = documentText.slice(start, end);
  return {
    path,
    title,
    kind,
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    ...(row.page === null ? {} : { page: row.page }),
    ...(row.heading === null ? {} : { heading: row.heading }),
    start,
    end,
    text,
    snippet: makeSnippet(text, query, row.language ?? undefined),
    score,
    ...(words === undefined ? {} : { wordsRank: words + 1 }),
    ...(near === undefined
      ? {}
      : { meaningRank: near.place + 1, similarity: Math.round(near.similarity * 1000) / 1000 }),
  };
}
