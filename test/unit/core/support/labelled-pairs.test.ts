import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runPairs, type PairsFile } from '../../../../bench/support/run-pairs.ts';

/** What the check reached when its rules were last worked on, with a little room: it may get better, not worse. */
const LEVELS = [
  { half: 'tuning', caught: 0.93, falseAlarms: 0.02 },
  { half: 'held-aside', caught: 0.9, falseAlarms: 0.05 },
];

describe('the support check on labelled pairs', () => {
  it.each(LEVELS)('keeps its level on the $half half', ({ half, caught, falseAlarms }) => {
    const path = new URL(`../../../../bench/support/pairs/${half}.json`, import.meta.url);
    const judged = runPairs(JSON.parse(readFileSync(path, 'utf8')) as PairsFile);
    const faithful = judged.filter(({ label }) => label.startsWith('faithful'));
    const faults = judged.filter(({ label }) => !label.startsWith('faithful'));
    // Only the shares: what went wrong in the half held aside stays unseen.
    const share = (pairs: readonly { isRight: boolean }[], isRight: boolean) =>
      pairs.filter((pair) => pair.isRight === isRight).length / pairs.length;
    expect(share(faults, true)).toBeGreaterThanOrEqual(caught);
    expect(share(faithful, false)).toBeLessThanOrEqual(falseAlarms);
  });
});
