import type { DatabaseSync } from 'node:sqlite';
import { copyVector, modelId } from './vector-store.ts';

/** The vectors of all passages of an index that have one, row by row. */
export interface VectorTable {
  readonly dimensions: number;
  /** Id of the passage of each row. */
  readonly passages: Int32Array;
  /** Id of the document of each row. */
  readonly documents: Int32Array;
  /** The vectors one behind the other, of length 1 each. */
  readonly values: Float32Array;
}

/** A passage with how near it is in meaning: the cosine of the angle between the vectors, -1 to 1. */
export interface NearPassage {
  passage: number;
  document: number;
  similarity: number;
}

/** Loads the vectors of a model; none when the index has none of it. */
export function loadVectors(database: DatabaseSync, model: string): VectorTable | undefined {
  const id = modelId(database, model);
  if (id === undefined) return undefined;
  const from = 'FROM passages p JOIN embeddings e ON e.model_id = ? AND e.text_hash = p.text_hash';
  const facts = database
    .prepare(`SELECT count(*) AS count, max(length(e.vector)) AS bytes ${from}`)
    .get(id) as { count: number; bytes: number | null };
  const dimensions = Math.floor((facts.bytes ?? 0) / Float32Array.BYTES_PER_ELEMENT);
  if (dimensions === 0) return undefined;
  const passages = new Int32Array(facts.count);
  const documents = new Int32Array(facts.count);
  const values = new Float32Array(facts.count * dimensions);
  let row = 0;
  const rows = database.prepare(`SELECT p.id, p.document_id, e.vector ${from}`);
  rows.setReturnArrays(true);
  for (const found of rows.iterate(id)) {
    const [passage, document, vector] = found as unknown as [number, number, Uint8Array];
    // Another length is damage, or another process has just written: the row is left out.
    if (row >= facts.count || vector.byteLength !== dimensions * 4) continue;
    passages[row] = passage;
    documents[row] = document;
    copyVector(vector, values, row * dimensions);
    row += 1;
  }
  return {
    dimensions,
    passages: passages.subarray(0, row),
    documents: documents.subarray(0, row),
    values: values.subarray(0, row * dimensions),
  };
}

/**
 * The passages nearest to a vector, best first, by comparing it with every one of them: up to some hundred thousand that
 * is quicker than any index is worth, and misses none.
 * @param isWanted says of a document whether its passages count.
 */
export function findNearest(
  table: VectorTable,
  vector: Float32Array,
  limit: number,
  isWanted?: (document: number) => boolean,
): NearPassage[] {
  const { dimensions, documents, passages, values } = table;
  if (vector.length !== dimensions) return [];
  const best: { row: number; similarity: number }[] = [];
  let least = -Infinity;
  for (let row = 0; row < passages.length; row++) {
    if (isWanted !== undefined && !isWanted(documents[row] as number)) continue;
    const similarity = dotProduct(values, row * dimensions, vector);
    // Not a number is greater than nothing.
    if (!(similarity > least)) continue;
    best.push({ row, similarity });
    if (best.length >= 2 * limit) least = keepBest(best, limit);
  }
  keepBest(best, limit);
  return best.map(({ row, similarity }) => ({
    passage: passages[row] as number,
    document: documents[row] as number,
    similarity,
  }));
}

/** Sorts and cuts; gives the similarity of the last one that stays. */
function keepBest(best: { row: number; similarity: number }[], limit: number): number {
  best.sort((left, right) => right.similarity - left.similarity || left.row - right.row);
  best.length = Math.min(best.length, limit);
  return best.length < limit ? -Infinity : (best.at(-1)?.similarity ?? -Infinity);
}

/** Four sums at a time, because one would have to wait for itself. */
function dotProduct(values: Float32Array, offset: number, vector: Float32Array): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  const { length } = vector;
  const whole = length - (length % 4);
  let at = 0;
  for (; at < whole; at += 4) {
    const place = offset + at;
    first += (values[place] as number) * (vector[at] as number);
    second += (values[place + 1] as number) * (vector[at + 1] as number);
    third += (values[place + 2] as number) * (vector[at + 2] as number);
    fourth += (values[place + 3] as number) * (vector[at + 3] as number);
  }
  for (; at < length; at++) first += (values[offset + at] as number) * (vector[at] as number);
  return first + second + (third + fourth);
}
