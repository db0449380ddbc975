import { describe, expect, it } from 'vitest';
import { fuseRanks } from '../../../src/library/fuse-ranks.ts';

describe('fuseRanks', () => {
  it('puts first what both rankings have well placed', () => {
    const fused = fuseRanks([
      { ids: [1, 2, 3], weight: 1 },
      { ids: [4, 2, 5], weight: 1 },
    ]);
    expect(fused.map(({ id }) => id)).toEqual([2, 1, 4, 3, 5]);
    expect(fused[0]?.score).toBeCloseTo(61 / 62);
  });

  it('scores 1 for the first of all, and keeps the order of a single ranking', () => {
    const fused = fuseRanks([{ ids: [9, 7, 8], weight: 3 }]);
    expect(fused.map(({ id }) => id)).toEqual([9, 7, 8]);
    expect(fused[0]?.score).toBe(1);
  });

  it('weighs the rankings', () => {
    const fused = fuseRanks([
      { ids: [1], weight: 1 },
      { ids: [2], weight: 2 },
    ]);
    expect(fused.map(({ id }) => id)).toEqual([2, 1]);
  });

  it('gives nothing of nothing', () => {
    expect(fuseRanks([])).toEqual([]);
  });
});
