import { describe, expect, it } from 'vitest';
import { makeSnippet } from '../../../src/library/make-snippet.ts';

const marked = (text: string, query: string, language?: string): string => {
  const { text: line, matches } = makeSnippet(text, query, language);
  return matches
    .toReversed()
    .reduce(
      (whole, [start, end]) =>
        `${whole.slice(0, start)}[${whole.slice(start, end)}]${whole.slice(end)}`,
      line,
    );
};

const filler =
  'Nobody who was there that year has forgotten the long and quiet work of it. '.repeat(8);

describe('makeSnippet', () => {
  it('marks words whatever their case and endings, and no function words', () => {
    expect(marked('The Battery charges in the shed.', 'what is charging the batteries')).toBe(
      'The [Battery] [charges] in the shed.',
    );
  });

  it('folds white space and shows a short text as a whole', () => {
    expect(marked('One\n\n  two\tthree.', 'two')).toBe('One [two] three.');
  });

  it('shows the stretch with most of the words, from the beginning of its sentence', () => {
    const text = `${filler}A battery alone. ${filler}Cold batteries lose range in winter. ${filler}`;
    expect(marked(text, 'battery range in winter')).toMatch(
      /^… Cold \[batteries\] lose \[range\] in \[winter\]\. .* …$/u,
    );
  });

  it('stays within its length without spaces too, and cuts no character', () => {
    const { text } = makeSnippet('🔥'.repeat(1000), 'fire');
    expect(text.length).toBeLessThan(260);
    expect(text.isWellFormed()).toBe(true);
    expect(makeSnippet('a'.repeat(5000), 'b').text.length).toBeLessThan(260);
  });

  it('finds accented and Chinese words', () => {
    expect(marked('Die Wärmepumpe heizt.', 'warmepumpe', 'de')).toBe('Die [Wärmepumpe] heizt.');
    expect(marked('空气源热泵吸收热量', '热量', 'zh')).toBe('空气源热泵吸收[热量]');
  });

  it('shows the beginning where no word matches', () => {
    const snippet = makeSnippet(filler, 'quantum');
    expect(snippet.matches).toEqual([]);
    expect(snippet.text).toMatch(/^Nobody .* …$/u);
  });
});
