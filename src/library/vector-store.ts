import { endianness } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';

/** The vectors that one model has made of the texts of an index, by the hashes of the texts. */
export interface VectorStore {
  /** Whether it is known what the model makes of the text. */
  has(textHash: string): boolean;
  /**
   * Keeps the vectors of a text, all of one length: one, or one for each of its parts. Without any it is kept that the
   * model has none for it. Belongs into a transaction.
   */
  save(textHash: string, vectors: readonly Float32Array[]): void;
}

/** Opens the vectors of a model, whose name is that of its `Embedder`. */
export function openVectorStore(database: DatabaseSync, model: string): VectorStore {
  database.prepare('INSERT INTO models (name) VALUES (?) ON CONFLICT DO NOTHING').run(model);
  const id = modelId(database, model) ?? 0;
  const find = database.prepare('SELECT 1 FROM embeddings WHERE model_id = ? AND text_hash = ?');
  const setDimensions = database.prepare(
    'UPDATE models SET dimensions = ? WHERE id = ? AND dimensions IS NULL',
  );
  const save = database.prepare(
    `INSERT INTO embeddings (model_id, text_hash, vectors) VALUES (?, ?, ?)
     ON CONFLICT (model_id, text_hash) DO UPDATE SET vectors = excluded.vectors`,
  );
  return {
    has: (textHash) => find.get(id, textHash) !== undefined,
    save: (textHash, vectors) => {
      const [first] = vectors;
      if (first !== undefined) setDimensions.run(first.length, id);
      save.run(id, textHash, Buffer.concat(vectors.map(toBytes)));
    },
  };
}

/** The number that the index has for a model; undefined when it does not know it. */
export function modelId(database: DatabaseSync, model: string): number | undefined {
  const row = database.prepare('SELECT id FROM models WHERE name = ?').get(model);
  return row === undefined ? undefined : Number(row['id']);
}

/** How many numbers a vector of the model has; 0 before the first one. */
export function dimensionsOf(database: DatabaseSync, id: number): number {
  const row = database.prepare('SELECT dimensions FROM models WHERE id = ?').get(id);
  return Number(row?.['dimensions'] ?? 0);
}

/** Forgets the vectors of texts that no document has any more; gives how many. */
export function removeUnusedVectors(database: DatabaseSync): number {
  const { changes } = database
    .prepare(`DELETE FROM embeddings WHERE text_hash NOT IN (SELECT text_hash FROM passages)`)
    .run();
  return Number(changes);
}

/** Little-endian 32-bit floats, whatever the machine. */
function toBytes(vector: Float32Array): Uint8Array {
  const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}

/** Reads what `toBytes` wrote to a place of a larger array. */
export function copyVectors(bytes: Uint8Array, target: Float32Array, offset: number): void {
  const ordered = endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
  new Uint8Array(target.buffer, target.byteOffset + offset * 4, ordered.length).set(ordered);
}
