import type { DatabaseSync } from 'node:sqlite';
import { modelId } from './vector-store.ts';

/** How many passages a document has, and how many of them a model has made vectors of. */
export interface PassageCount {
  passages: number;
  vectors: number;
  /** Passages that the model has not been asked about. */
  missing: number;
}

/** Counts the passages of every document of the index, by its id. Without a model no passage has a vector. */
export function countPassages(
  database: DatabaseSync,
  model: string | undefined,
): ReadonlyMap<number, PassageCount> {
  const id = model === undefined ? undefined : modelId(database, model);
  const rows = database
    .prepare(
      `SELECT p.document_id AS id, count(*) AS passages, count(nullif(length(e.vectors), 0)) AS vectors,
         count(*) - count(e.id) AS missing
       FROM passages p LEFT JOIN embeddings e ON e.model_id = ? AND e.text_hash = p.text_hash
       GROUP BY p.document_id`,
    )
    .all(id ?? null) as unknown as ({ id: number } & PassageCount)[];
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}

/** The models that the index has vectors of, with how many passages each serves, most first. */
export function listModels(database: DatabaseSync): { name: string; passages: number }[] {
  return database
    .prepare(
      `SELECT m.name AS name, count(*) AS passages FROM models m JOIN embeddings e ON e.model_id = m.id AND length(e.vectors) > 0
       JOIN passages p ON p.text_hash = e.text_hash GROUP BY m.id ORDER BY passages DESC, name`,
    )
    .all() as { name: string; passages: number }[];
}
