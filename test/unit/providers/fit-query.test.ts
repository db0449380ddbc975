import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitQuery } from '../../../src/providers/fit-query.ts';

describe('fitQuery', () => {
  it('folds white space', () => {
    expect(fitQuery('  how\tto \n compost ')).toBe('how to compost');
  });

  it('cuts at the end of a word', () => {
    const fitted = fitQuery('composting '.repeat(100));
    expect(fitted).toMatch(/^(?:composting )+composting$/);
    expect(fitted.length).toBeGreaterThan(385);
  });

  it('keeps a query of exactly 400 characters, and a word that ends there', () => {
    expect(fitQuery('a'.repeat(400))).toHaveLength(400);
    expect(fitQuery(`${'a'.repeat(400)} b`)).toHaveLength(400);
  });

  it('cuts text without spaces between two characters as readers see them', () => {
    const family = '👨‍👩‍👧';
    const fitted = fitQuery(family.repeat(100));
    expect(fitted.length % family.length).toBe(0);
    expect(fitted.length).toBeGreaterThan(390);
    expect(fitQuery('堆肥'.repeat(1000))).toHaveLength(400);
  });

  it('holds the limit for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000, size: 'max' }), (query) => {
        const fitted = fitQuery(query);
        expect(fitted.length).toBeLessThanOrEqual(400);
        expect(fitted.isWellFormed()).toBe(true);
      }),
    );
  });

  it('cuts even one endless cluster', () => {
    expect(fitQuery(`e${'\u0301'.repeat(5000)}`).length).toBe(400);
  });
});
