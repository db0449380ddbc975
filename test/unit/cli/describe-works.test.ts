import { describe, expect, it } from 'vitest';
import { describeWorks } from '../../../src/cli/describe-works.ts';

describe('describeWorks', () => {
  it('says nothing of other runs', () => {
    expect(describeWorks({})).toEqual([]);
  });

  it.each([
    [{ unique: 1234, ids: 60 }, 'Combined 1,234 unique results from 60 ids'],
    [{ unique: 1, ids: 1 }, 'Combined 1 unique result from 1 id'],
    [{ unique: 0, ids: 1200 }, 'Combined 0 unique results from 1,200 ids'],
    [{ unique: 25, ids: 0 }, 'Combined 25 unique results from one search'],
  ])('tells what came of %j', (works, line) => {
    expect(describeWorks({ works: { ...works, notes: [] } })).toEqual([line]);
  });

  it('tells notes on a line each, safe for a terminal', () => {
    const notes = [
      'No work was found for 1 of 2 ids: A2.',
      `10.1000/\u001B[31mx\n${'y'.repeat(900)}`,
    ];
    const [, first, second = '', ...others] = describeWorks({
      works: { unique: 3, ids: 2, notes },
    });
    expect(first).toBe(notes[0]);
    expect(second).not.toMatch(/\p{Cc}/u);
    expect(second.length).toBeLessThanOrEqual(400);
    expect(others).toEqual([]);
  });
});
