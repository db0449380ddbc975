import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeParallel } from '../../../src/core/safe-parallel.ts';

const searches = (perMinute: number) => ({ name: 'searches', perMinute, perKeyword: 6 });

describe('safeParallel', () => {
  it('is five where nothing else bounds it', () => {
    expect(safeParallel({ limits: [], cores: 64 })).toEqual({ parallel: 5, boundBy: 'maximum' });
    expect(safeParallel({ limits: [searches(1000)], cores: 64 }).boundBy).toBe('maximum');
  });

  it('is the number of cores on a small machine', () => {
    expect(safeParallel({ limits: [], cores: 2 })).toEqual({ parallel: 2, boundBy: 'cores' });
  });

  it('uses half of a limit: 100 a minute bear four lanes of 12 calls a minute each', () => {
    expect(safeParallel({ limits: [searches(100)], cores: 8 })).toEqual({
      parallel: 4,
      boundBy: 'searches',
    });
    expect(
      safeParallel({ limits: [searches(100)], cores: 8, secondsPerKeyword: 10 }).parallel,
    ).toBe(1);
  });

  it('goes by the tightest of several limits', () => {
    const limits = [searches(100), { name: 'tokens', perMinute: 60_000, perKeyword: 10_000 }];
    expect(safeParallel({ limits, cores: 8 })).toEqual({ parallel: 1, boundBy: 'tokens' });
  });

  it('is a whole number from 1 to 5; every lane after the first fits into half of the limit', () => {
    const positive = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(
        positive,
        positive,
        fc.integer({ min: 1, max: 128 }),
        (perMinute, perKeyword, cores) => {
          const { parallel } = safeParallel({
            limits: [{ name: 'x', perMinute, perKeyword }],
            cores,
          });
          expect(
            Number.isInteger(parallel) && parallel >= 1 && parallel <= Math.min(5, cores),
          ).toBe(true);
          expect((parallel - 1) * perKeyword * 2).toBeLessThan(perMinute / 2);
        },
      ),
    );
  });
});
