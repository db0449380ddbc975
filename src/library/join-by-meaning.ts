import type { DatabaseSync } from 'node:sqlite';
import { fuseRanks } from './fuse-ranks.ts';
import type { LibraryHit, LibraryPassage } from './library.ts';
import { loadHit } from './load-hit.ts';
import { findNearest, type NearPassage, type VectorTable } from './vector-table.ts';

export interface Meaning {
  /** The query as the model of the table embeds it. */
  vector: Float32Array;
  table: VectorTable;
  /** Less similar passages may be about something else. */
  leastSimilarity: number;
}

/** Passages that are looked at: those of a few documents. */
const DEPTH = 60;

/** Least similarity of a further document as a share of the nearest one's: what is behind it only speaks alike. */
const LEAST_SHARE_OF_NEAREST = 0.92;

/**
 * Joins what a search by words has found with what is near in meaning: further documents, and further passages of those
 * that are there. Documents rank by their places in both. Where nothing is near enough, all stays as it was.
 */
export function joinByMeaning(
  database: DatabaseSync,
  hits: readonly LibraryHit[],
  { vector, table, leastSimilarity }: Meaning,
  options: { isWanted: (document: number) => boolean; maxResults: number },
): LibraryHit[] {
  const near = findNearest(table, vector, DEPTH, options.isWanted).filter(
    ({ similarity }) => similarity >= leastSimilarity,
  );
  if (near.length === 0) return hits.slice(0, options.maxResults);
  const known = new Map(hits.map((hit) => [hit.id, hit]));
  const nearest = near[0]?.similarity ?? 1;
  const byDocument = new Map(
    [...Map.groupBy(near, ({ document }) => document)].filter(
      ([document, [best]]) =>
        known.has(document) || (best?.similarity ?? 0) >= nearest * LEAST_SHARE_OF_NEAREST,
    ),
  );
  const fused = fuseRanks([
    { ids: hits.map(({ id }) => id), weight: 1 },
    { ids: [...byDocument.keys()], weight: 1 },
  ]);
  return fused.slice(0, options.maxResults).flatMap(({ id }) => {
    const hit = known.get(id);
    const own = byDocument.get(id) ?? [];
    const hitOrNew = hit ?? loadHit(database, { id, score: own[0]?.similarity ?? 0, passages: [] });
    return hitOrNew === undefined ? [] : [withNearPassages(database, hitOrNew, own)];
  });
}

function withNearPassages(
  database: DatabaseSync,
  hit: LibraryHit,
  near: readonly NearPassage[],
): LibraryHit {
  if (near.length === 0) return hit;
  const similarities = new Map(near.map(({ passage, similarity }) => [passage, similarity]));
  const found = hit.passages.map((passage): LibraryPassage => {
    const similarity = similarities.get(passage.id);
    similarities.delete(passage.id);
    return similarity === undefined ? passage : { ...passage, similarity };
  });
  const further = [...similarities].map(([id, similarity]) => ({
    id,
    score: similarity,
    similarity,
  }));
  const added = loadHit(database, { id: hit.id, score: hit.score, passages: further });
  return { ...hit, passages: [...found, ...(added?.passages ?? [])] };
}
