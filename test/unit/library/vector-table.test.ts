import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibraryDatabase } from '../../../src/library/library-database.ts';
import { openVectorStore, removeUnusedVectors } from '../../../src/library/vector-store.ts';
import { findNearest, loadVectors } from '../../../src/library/vector-table.ts';

let database: DatabaseSync;
beforeEach(async () => {
  database = await openLibraryDatabase(':memory:');
  database.exec('PRAGMA foreign_keys = OFF');
});
afterEach(() => database.close());

/** A passage of a document with a vector. */
function add(passage: number, document: number, vector: Float32Array, model = 'm'): void {
  const textHash = `${passage}`;
  database
    .prepare(
      `INSERT INTO passages (id, document_id, start, end, context_start, tokens, text_hash)
       VALUES (?, ?, 0, 1, 0, 1, ?) ON CONFLICT DO NOTHING`,
    )
    .run(passage, document, textHash);
  openVectorStore(database, model).save(textHash, [vector]);
}

/** A vector of length 1 that is the same for the same seed. */
function vectorOf(seed: number, dimensions = 10): Float32Array {
  const values = Float32Array.from({ length: dimensions }, (_, at) => Math.sin(seed * 7 + at * at));
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

describe('the vectors of an index', () => {
  it('come back as they were saved and find themselves first', () => {
    for (let index = 1; index <= 50; index++) add(index, index % 5, vectorOf(index));
    const table = loadVectors(database, 'm');
    expect(table?.dimensions).toBe(10);
    expect(table?.passages).toHaveLength(50);
    for (const seed of [1, 17, 50]) {
      const found = findNearest(table!, vectorOf(seed), 4);
      expect(found[0]).toMatchObject({ passage: seed, document: seed % 5 });
      expect(found[0]?.similarity).toBeCloseTo(1, 5);
      const all = Array.from({ length: 50 }, (_, at) => at + 1)
        .map((other) => ({
          other,
          cosine: vectorOf(seed).reduce((sum, value, at) => sum + value * vectorOf(other)[at]!, 0),
        }))
        .toSorted((left, right) => right.cosine - left.cosine);
      expect(found.map(({ passage }) => passage)).toEqual(
        all.slice(0, 4).map(({ other }) => other),
      );
    }
  });

  it('are found of the wanted documents only', () => {
    for (let index = 1; index <= 20; index++) add(index, index % 2, vectorOf(index));
    const found = findNearest(loadVectors(database, 'm')!, vectorOf(4), 30, (id) => id === 1);
    expect(found).toHaveLength(10);
    expect(found.every(({ document }) => document === 1)).toBe(true);
  });

  it('are not mixed between models, lengths or passages without any', () => {
    add(1, 1, vectorOf(1));
    add(2, 1, vectorOf(2, 4), 'other');
    expect(loadVectors(database, 'm')?.passages).toEqual(new Int32Array([1]));
    expect(loadVectors(database, 'none')).toBeUndefined();
    expect(findNearest(loadVectors(database, 'm')!, vectorOf(1, 4), 5)).toEqual([]);
  });

  it('leaves out vectors that are damaged or no numbers', () => {
    add(1, 1, vectorOf(1));
    add(2, 1, new Float32Array(3));
    add(3, 1, new Float32Array(10).fill(Number.NaN));
    const found = findNearest(loadVectors(database, 'm')!, vectorOf(1), 5);
    expect(found.map(({ passage }) => passage)).toEqual([1]);
  });

  it('go when no passage has their text any more', () => {
    add(1, 1, vectorOf(1));
    add(2, 1, vectorOf(2));
    database.exec('DELETE FROM passages WHERE id = 2');
    expect(removeUnusedVectors(database)).toBe(1);
    expect(openVectorStore(database, 'm').has('1')).toBe(true);
    expect(openVectorStore(database, 'm').has('2')).toBe(false);
  });
});
