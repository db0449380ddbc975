import { expect, it } from 'vitest';
import { unsaidFigures } from '../../../../src/core/text/unsaid-figures.ts';

it.each([
  ['It costs 1,200 euros.', 'About 1200 euros.', []],
  ['It costs 1,200 euros.', 'About 1.200 euros.', []],
  ['It costs 1’200 francs.', 'About 1 200 francs, or 1200.', []],
  ['A factor of 3.5.', 'Ein Faktor von 3,5.', []],
  ['A factor of 3.5.', 'A factor of 35.', ['3.5']],
  ['It saves 90 %.', 'It saves 9 %, in 1900.', ['90']],
  ['It saves ٩٠ %.', 'It saves 9 %.', ['٩٠']],
  ['In 2026: 25 tips, 40 tricks.', 'As of 2026.', ['25', '40']],
  ['12 tips and 20 tricks.', 'Nothing counted.', []],
  ['21 tips and 0.5 tricks.', 'Nothing counted.', ['21', '0.5']],
  ['No figure.', '', []],
])('%s against “%s”', (text, said, expected) => {
  expect(unsaidFigures(text, said)).toEqual(expected);
});
