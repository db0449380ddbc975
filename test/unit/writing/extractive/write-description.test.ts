import { describe, expect, it } from 'vitest';
import { readTerms } from '../../../../src/writing/extractive/terms.ts';
import { writeDescription } from '../../../../src/writing/extractive/write-description.ts';

const keyword = { terms: readTerms('compost time', 'en'), language: 'en' };
const describeTexts = (...texts: string[]) =>
  writeDescription(
    texts.map((text) => ({ text, citations: [] })),
    keyword,
  );

const FITTING =
  'One school trusts nature and leaves everything alone, the other turns the heap daily.';
const NAMING =
  'The time that compost takes depends on the method, the season and the particle size.';

describe('writeDescription', () => {
  it('takes the sentence that names the keyword, not merely the first', () => {
    expect(describeTexts(FITTING, NAMING)).toBe(NAMING);
  });

  it('takes the first of equals', () => {
    expect(describeTexts(FITTING, FITTING.replace('nature', 'chance'))).toBe(FITTING);
  });

  it('joins short sentences and cuts long ones at a word, so that 160 characters are never passed', () => {
    expect(describeTexts('Compost is ready.', 'Use it.')).toBe('Compost is ready. Use it.');
    const long = describeTexts(`Compost ${'word '.repeat(60)}.`);
    expect(long.length).toBeLessThanOrEqual(160);
    expect(long).toMatch(/word…$/);
  });

  it('is empty without a text', () => {
    expect(describeTexts()).toBe('');
  });
});
