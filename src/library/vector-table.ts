import type { DatabaseSync } from 'node:sqlite';
import { copyVectors, dimensionsOf, modelId } from './vector-store.ts';

/** The vectors of all passages of an index that have any, row by row; those of one passage side by side. */
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

/** Loads the vectors of a model; undefined when the index has none of it. */
export function loadVectors(database: DatabaseSync, model: string): VectorTable | undefined {
  const id = modelId(database, model);
  const dimensions = id === undefined ? 0 : dimensionsOf(database, id);
  if (id === undefined || dimensions === 0) return undefined;
  const size = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const from = 'FROM passages p JOIN embeddings e ON e.model_id = ? AND e.text_hash = p.text_hash';
  const count = database
    .prepare(`SELECT coalesce(sum(length(e.vectors) / ${size}), 0) AS count ${from}`)
    .get(id)?.['count'];
  const most = Number(count);
  const passages = new Int32Array(most);
  const documents = new Int32Array(most);
  const values = new Float32Array(most * dimensions);
  let row = 0;
  const rows = database.prepare(`SELECT p.id, p.document_id, e.vectors ${from} ORDER BY p.id`);
  rows.setReturnArrays(true);
  for (const found of rows.iterate(id)) {
    const [passage, document, vectors] = found as unknown as [number, number, Uint8Array];
    const own = vectors.byteLength / size;
    // Another length is damage: the passage is left out.
    if (!Number.isInteger(own) || row + own > most) continue;
    copyVectors(vectors, values, row * dimensions);
    passages.fill(passage, row, row + own);
    documents.fill(document, row, row + own);
    row += own;
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
 * is quicker than any index is worth, and misses none. A passage with several vectors is as near as its nearest.
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
  const best: NearPassage[] = [];
  let least = -Infinity;
  let last: NearPassage | undefined;
  for (let row = 0; row < passages.length; row++) {
    const document = documents[row] as number;
    if (isWanted !== undefined && !isWanted(document)) continue;
    const similarity = dotProduct(values, row * dimensions, vector);
    // Not a number is greater than nothing.
    if (!(similarity > least)) continue;
    const passage = passages[row] as number;
    // The vectors of one passage stand side by side.
    if (last?.passage === passage) {
      last.similarity = Math.max(last.similarity, similarity);
      continue;
    }
    if (best.length >= 2 * limit) {
      least = keepBest(best, limit);
      if (!(similarity > least)) continue;
    }
    last = { passage, document, similarity };
    best.push(last);
  }
  keepBest(best, limit);
  return best;
}

/** Sorts and cuts; gives the similarity of the last one that stays. */
function keepBest(best: NearPassage[], limit: number): number {
  best.sort((left, right) => right.similarity - left.similarity || left.passage - right.passage);
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
