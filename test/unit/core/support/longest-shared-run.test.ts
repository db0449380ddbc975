import { describe, expect, it } from 'vitest';
import { longestSharedRun } from '../../../../src/core/support/longest-shared-run.ts';

const source = {
  id: 's1',
  text: 'The old pump used twice as much power as the new one, and it was louder.',
};

describe('longestSharedRun', () => {
  it('finds the longest run, case and punctuation aside, as it stands in the text', () => {
    expect(
      longestSharedRun('They say: THE OLD PUMP, used twice what it should.', [source]),
    ).toEqual({
      words: 5,
      text: 'THE OLD PUMP, used twice',
      sourceId: 's1',
    });
  });

  it('looks into every source', () => {
    const other = { id: 's2', text: 'Many say that it was louder than a passing train at night.' };
    expect(longestSharedRun('It was louder than a passing train.', [source, other])).toMatchObject({
      words: 7,
      sourceId: 's2',
    });
  });

  it('counts no words between quotation marks, nor across them', () => {
    const text = 'He said “the old pump used twice as much power” as the new one.';
    expect(longestSharedRun(text, [source])).toMatchObject({ words: 4, text: 'as the new one' });
  });

  it('finds nothing where no word is shared', () => {
    expect(longestSharedRun('Cats sleep.', [source])).toBeUndefined();
    expect(longestSharedRun('', [source])).toBeUndefined();
  });

  it('tells only runs that are longer than asked for', () => {
    const text = 'It says the old pump used twice as much, and it was louder.';
    expect(longestSharedRun(text, [source], 6)).toMatchObject({ words: 7 });
    expect(longestSharedRun(text, [source], 7)).toBeUndefined();
    expect(longestSharedRun('the old pump', [source], 3)).toBeUndefined();
  });

  it('takes hostile text', () => {
    const big = { id: 's', text: 'a'.repeat(5_000_000) };
    expect(longestSharedRun('a b', [big])).toBeUndefined();
    expect(
      longestSharedRun('word '.repeat(5000), [{ id: 's', text: 'word '.repeat(50_000) }]),
    ).toMatchObject({ words: 5000 });
  });
});
