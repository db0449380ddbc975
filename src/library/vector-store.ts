import { endianness } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';

/** The vectors that one model has made of the texts of an index, by the hashes of the texts. */
export interface VectorStore {
  has(textHash: string): boolean;
  /** Belongs into a transaction. */
  save(textHash: string, vector: Float32Array): void;
}

/** Opens the vectors of a model, whose name is that of its `Embedder`. */
export function openVectorStore(database: DatabaseSync, model: string): VectorStore {
  database.prepare('INSERT INTO models (name) VALUES (?) ON CONFLICT DO NOTHING').run(model);
  const id = modelId(database, model) ?? 0;
  const find = database.prepare('SELECT 1 FROM embeddings WHERE model_id = ? AND text_hash = ?');
  const save = database.prepare(
    `INSERT INTO embeddings (model_id, text_hash, vector) VALUES (?, ?, ?)
     ON CONFLICT (model_id, text_hash) DO UPDATE SET vector = excluded.vector`,
  );
  return {
    has: (textHash) => find.get(id, textHash) !== undefined,
    save: (textHash, vector) => {
      save.run(id, textHash, toBytes(vector));
    },
  };
}

/** The number that the index has for a model; undefined when it has no vectors of it. */
export function modelId(database: DatabaseSync, model: string): number | undefined {
  const row = database.prepare('SELECT id FROM models WHERE name = ?').get(model);
  return row === undefined ? undefined : Number(row['id']);
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
export function copyVector(bytes: Uint8Array, target: Float32Array, offset: number): void {
  const ordered = endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
  new Uint8Array(target.buffer, target.byteOffset + offset * 4, ordered.length).set(ordered);
}
