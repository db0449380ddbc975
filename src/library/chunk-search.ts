import type { DatabaseSync } from 'node:sqlite';
import type { ChunkHit, SearchBy } from './chunk-hit.ts';
import { createDocumentFilter, type DocumentFilters } from './document-filter.ts';
import { findWords } from './find-words.ts';
import { fuseRanks } from './fuse-ranks.ts';
import { createHitLoader } from './load-chunk-hit.ts';
import { findNearest, loadVectors, type VectorTable } from './vector-table.ts';
import { wordsQuery } from './words-query.ts';

export interface ChunkSearchOptions {
  /** Passages at most. */
  limit: number;
  /** Default `hybrid`. */
  by?: SearchBy | undefined;
  /** The query as the model of the search embeds it; without it the search is by words. */
  vector?: Float32Array | undefined;
  filters?: DocumentFilters | undefined;
  /** What relative paths of the filters count from; default: that of the process. */
  workingDirectory?: string | undefined;
}

/** Finds passages of the documents that a library has taken in. */
export interface ChunkSearch {
  /** Vectors of the model that the index has for passages. */
  readonly vectorCount: number;
  /** Best first. Any text is a safe query. @throws AppError `USAGE` for filters that are none. */
  search(query: string, options: ChunkSearchOptions): ChunkHit[];
}

/** How much the two rankings count. */
const WORDS_WEIGHT = 1;
const MEANING_WEIGHT = 1;

/** Places of each ranking that are looked at, and how many more than are asked for. */
const DEPTH = 100;
const DEEPER = 3;

interface KeptDocument {
  path: string;
  kind: string;
  publishedAt: string | null;
  language: string | null;
}

interface Loaded {
  version: string;
  documents: ReadonlyMap<number, KeptDocument>;
  languages: readonly string[];
  /** Whether the index has documents that the library has not taken in. */
  hasOthers: boolean;
  vectors: VectorTable | undefined;
}

/**
 * Opens the search in an index: by words with BM25, by meaning with the cosine of vectors of `model`, or by both, fused
 * by their places. Vectors are loaded with the first search, and again after the index has changed.
 */
export function createChunkSearch(database: DatabaseSync, model?: string): ChunkSearch {
  let known: Loaded | undefined;
  const load = (): Loaded => {
    const version = versionOf(database);
    if (known?.version !== version) known = { ...loadDocuments(database, model), version };
    return known;
  };
  return {
    get vectorCount() {
      return load().vectors?.passages.length ?? 0;
    },
    search: (query, options) => {
      // One snapshot for all statements, while another process may be writing.
      database.exec('BEGIN');
      try {
        return searchLoaded(database, load(), query, options);
      } finally {
        database.exec('COMMIT');
      }
    },
  };
}

function searchLoaded(
  database: DatabaseSync,
  loaded: Loaded,
  query: string,
  options: ChunkSearchOptions,
): ChunkHit[] {
  const { limit, by = 'hybrid', vector, filters = {} } = options;
  const { documents, languages, vectors, hasOthers } = loaded;
  const filter = createDocumentFilter(filters, options.workingDirectory ?? process.cwd());
  const wanted = new Map(
    filter === undefined ? documents : [...documents].filter(([, document]) => filter(document)),
  );
  const isWanted =
    filter === undefined && !hasOthers ? undefined : (document: number) => wanted.has(document);
  const depth = Math.max(DEPTH, limit * DEEPER);
  const byMeaning =
    by === 'words' || vector === undefined || vectors === undefined
      ? []
      : findNearest(vectors, vector, depth, isWanted);
  const byWords =
    by === 'meaning' ? [] : findWords(database, wordsQuery(query, languages), depth, isWanted);
  const near = new Map(byMeaning.map((found, place) => [found.passage, { ...found, place }]));
  const wordPlaces = new Map(byWords.map((id, place) => [id, place]));
  const rankings = [
    { ids: byWords, weight: WORDS_WEIGHT },
    { ids: byMeaning.map(({ passage }) => passage), weight: MEANING_WEIGHT },
  ].filter(({ ids }) => ids.length > 0);
  const load = createHitLoader(database, query);
  return fuseRanks(rankings)
    .slice(0, limit)
    .flatMap(
      ({ id, score }) => load(id, { score, words: wordPlaces.get(id), near: near.get(id) }) ?? [],
    );
}

/** Changes with everything that this connection or another writes. */
function versionOf(database: DatabaseSync): string {
  const others = database.prepare('PRAGMA data_version').get()?.['data_version'];
  const own = database.prepare('SELECT total_changes() AS changes').get()?.['changes'];
  return `${String(others)} ${String(own)}`;
}

function loadDocuments(database: DatabaseSync, model: string | undefined): Omit<Loaded, 'version'> {
  const rows = database
    .prepare('SELECT id, path, kind, published_at, language, kept_at FROM documents')
    .all();
  const kept = rows.filter((row) => row['kept_at'] !== null);
  const documents = new Map(
    kept.map((row) => [
      Number(row['id']),
      {
        path: String(row['path']),
        kind: String(row['kind']),
        publishedAt: row['published_at'] as string | null,
        language: row['language'] as string | null,
      },
    ]),
  );
  return {
    documents,
    languages: [...new Set([...documents.values()].flatMap(({ language }) => language ?? []))],
    hasOthers: kept.length < rows.length,
    vectors: model === undefined ? undefined : loadVectors(database, model),
  };
}
