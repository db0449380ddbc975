import { describe, expect, it } from 'vitest';
import { closestName } from '../../../src/config/closest-name.ts';

const NAMES = ['parallel', 'fanOut', 'mode', 'outputDir'];

describe('closestName', () => {
  it.each([
    ['paralel', 'parallel'],
    ['Parallel', 'parallel'],
    ['fan-out', 'fanOut'],
    ['output_dir', 'outputDir'],
    ['mod', 'mode'],
    ['concurrency', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('%s → %s', (typed, meant) => {
    expect(closestName(typed, NAMES)).toBe(meant);
  });

  it('has nothing to say without names', () => {
    expect(closestName('parallel', [])).toBeUndefined();
  });
});
