import { describe, expect, it } from 'vitest';
import { embedInParts } from '../../../src/providers/embed-in-parts.ts';

const axis = (place: number): Float32Array => {
  const vector = new Float32Array(3);
  vector[place] = 7;
  return vector;
};
const VECTORS: Readonly<Record<string, Float32Array | Error>> = {
  x: axis(0),
  y: axis(1),
  yyy: axis(1),
  none: axis(3),
  broken: new Error('It broke.'),
};

const embed = (texts: readonly string[], asked: string[] = []) =>
  embedInParts(texts, {
    cut: (text) => text.split(' '),
    problemOf: (text) => (text === 'bad' ? 'is bad' : undefined),
    embed: (parts) => {
      asked.push(...parts);
      return Promise.resolve(parts.map((part) => VECTORS[part] ?? axis(2)));
    },
  });

describe('embedInParts', () => {
  it('gives a text of several parts their mean, weighted by length, of length 1', async () => {
    const [whole, mean, weighted] = await embed(['x', 'x y', 'x yyy']);
    expect([...(whole as Float32Array)]).toEqual([1, 0, 0]);
    expect((mean as Float32Array)[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect((weighted as Float32Array)[1]).toBeCloseTo(3 / Math.sqrt(10), 6);
  });

  it('asks nothing for what has no meaning, and lets a text fail with one of its parts', async () => {
    const asked: string[] = [];
    const found = await embed(['', 'x', 'bad', 'x broken', 'none'], asked);
    expect(asked).toEqual(['x', 'x', 'broken', 'none']);
    expect(found.map((vector) => vector instanceof Error)).toEqual([true, false, true, true, true]);
    expect((found[2] as Error).message).toContain('is bad');
    expect(found[3]).toBe(VECTORS['broken']);
    expect(found[4]).toMatchObject({ code: 'ANSWER_INVALID' });
  });
});
