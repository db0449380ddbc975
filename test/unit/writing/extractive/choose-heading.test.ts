import { describe, expect, it } from 'vitest';
import { headingVariants, isHeading } from '../../../../src/writing/extractive/choose-heading.ts';

describe('headingVariants', () => {
  it.each([
    [
      'How long does it last and what does it need?',
      ['How long does it last and what does it need?', 'How long does it last?'],
    ],
    ['Lifetime and what it costs', ['Lifetime and what it costs', 'Lifetime']],
    ['3. Storage', ['Storage']],
  ])('%s', (heading, variants) => {
    expect(headingVariants(heading)).toEqual(variants);
  });
});

describe('isHeading', () => {
  it.each(['Storage', 'How long does it last?', 'バッテリー'])('takes %s', (heading) => {
    expect(isHeading(heading)).toBe(true);
  });

  it.each(['Introduction', 'What we learned', 'See https://example.com', 'BUY ONE NOW TODAY'])(
    'refuses %s',
    (heading) => {
      expect(isHeading(heading)).toBe(false);
    },
  );
});
