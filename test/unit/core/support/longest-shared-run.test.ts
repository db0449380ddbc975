import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedRunFinder } from '../../../../src/core/support/longest-shared-run.ts';

const source = {
  id: 's1',
  text: 'The old pump used twice as much power as the new one, and it was louder.',
};

const longestSharedRun = (text: string, sources: (typeof source)[], longerThan?: number) =>
  sharedRunFinder(sources)(text, longerThan);

function longestInCommon(text: readonly string[], other: readonly string[]): number {
  let longest = 0;
  for (const mine of text.keys())
    for (const theirs of other.keys()) {
      let length = 0;
      while (mine + length < text.length && text[mine + length] === other[theirs + length])
        length++;
      longest = Math.max(longest, length);
    }
  return longest;
}

describe('the longest shared run', () => {
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

  it('reaches over no border between sources, and is found again for each text', () => {
    const find = sharedRunFinder([source, { id: 's2', text: 'And it was new.' }]);
    expect(find('it was louder and it was new')).toMatchObject({ words: 4, sourceId: 's2' });
    expect(find('the new one')).toMatchObject({ words: 3, sourceId: 's1' });
    expect(find('louder, and it was new')).toMatchObject({ words: 4, text: 'and it was new' });
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

  it('finds what comparing every word with every other finds', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 3 }), (text, others) => {
        const longest = Math.max(0, ...others.map((other) => longestInCommon(text, other)));
        const find = sharedRunFinder(
          others.map((other, index) => ({ id: `s${index}`, text: other.join(' ') })),
        );
        expect(find(text.join(' '))?.words ?? 0).toBe(longest);
        expect(find(text.join(' '), longest)).toBeUndefined();
        expect(find(text.join(' '), Math.max(0, longest - 1))?.words ?? 0).toBe(longest);
      }),
      { numRuns: 500 },
    );
  });

  it('takes hostile text', () => {
    const big = { id: 's', text: 'a'.repeat(5_000_000) };
    expect(longestSharedRun('a b', [big])).toBeUndefined();
    expect(
      longestSharedRun('word '.repeat(5000), [{ id: 's', text: 'word '.repeat(50_000) }]),
    ).toMatchObject({ words: 5000 });
  });
});
