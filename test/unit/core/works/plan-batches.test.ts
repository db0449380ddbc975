import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBatches } from '../../../../src/core/works/plan-batches.ts';

const lengthOf = (value: string): number => value.length;

describe('planBatches', () => {
  it('fills one batch after the other', () => {
    const values = ['a', 'b', 'c', 'd', 'e'];
    expect(planBatches(values, { size: 2, room: 100, lengthOf })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e'],
    ]);
    expect(planBatches(values, { size: 5, room: 100, lengthOf })).toEqual([values]);
    expect(planBatches([], { size: 2, room: 100, lengthOf })).toEqual([]);
  });

  it('begins a new one where the room ends, by the length in the address', () => {
    const values = ['aaa', 'bbb', 'ccc', 'd'];
    expect(planBatches(values, { size: 100, room: 8, lengthOf })).toEqual([
      ['aaa', 'bbb'],
      ['ccc', 'd'],
    ]);
    const encoded = (value: string): number => encodeURIComponent(value).length;
    expect(planBatches(['<<', '<<', 'a'], { size: 100, room: 14, lengthOf: encoded })).toEqual([
      ['<<', '<<'],
      ['a'],
    ]);
  });

  it('gives a value without room a batch of its own', () => {
    expect(planBatches(['a', 'much longer', 'b'], { size: 9, room: 4, lengthOf })).toEqual([
      ['a'],
      ['much longer'],
      ['b'],
    ]);
  });

  it('keeps all values in their order, and to size and room', () => {
    const values = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 300 });
    const size = fc.integer({ min: 1, max: 100 });
    const room = fc.integer({ min: 31, max: 400 });
    fc.assert(
      fc.property(values, size, room, (list, most, space) => {
        const batches = planBatches(list, { size: most, room: space, lengthOf });
        expect(batches.flat()).toEqual(list);
        for (const [index, batch] of batches.entries()) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(most);
          expect(batch.join('|').length).toBeLessThanOrEqual(space);
          // No batch ends before it has to.
          const next = batches[index + 1]?.[0];
          if (next === undefined || batch.length === most) continue;
          expect([...batch, next].join('|').length + 1).toBeGreaterThan(space);
        }
      }),
    );
  });
});
