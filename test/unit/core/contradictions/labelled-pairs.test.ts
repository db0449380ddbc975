import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  precisionAndRecall,
  runContradictionPairs,
  type ContradictionPair,
} from '../../../../bench/contradictions/run-pairs.ts';

const read = (half: string) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../bench/contradictions/pairs/${half}.json`, import.meta.url),
      'utf8',
    ),
  ) as ContradictionPair[];

describe('the labelled pairs of contradictions', () => {
  it('are 90 in each half, of which none stands in both', () => {
    const [tuning, heldAside] = [read('tuning'), read('held-aside')];
    expect([tuning.length, heldAside.length]).toEqual([90, 90]);
    const texts = [...tuning, ...heldAside].map(({ left, right }) => `${left} ${right}`);
    expect(new Set(texts).size).toBe(180);
    expect(new Set([...tuning, ...heldAside].map(({ id }) => id)).size).toBe(180);
  });

  it.each([
    ['tuning', 0.95, 0.85],
    ['held-aside', 0.9, 0.75],
  ])('of the half %s are told apart', (half, leastPrecision, leastRecall) => {
    const { precision, recall } = precisionAndRecall(runContradictionPairs(read(half)));
    expect(precision).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall).toBeGreaterThanOrEqual(leastRecall);
  });

  it('are told in both orders alike', () => {
    const turned = read('tuning').map((pair) => ({ ...pair, left: pair.right, right: pair.left }));
    const kinds = (pairs: readonly ContradictionPair[]) =>
      runContradictionPairs(pairs).map(({ found }) => found?.kind);
    expect(kinds(turned)).toEqual(kinds(read('tuning')));
  });
});
