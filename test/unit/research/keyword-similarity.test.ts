import { expect, it } from 'vitest';
import { wordOverlap } from '../../../src/research/keyword-similarity.ts';

const likeness = wordOverlap('en');

it.each([
  ['heat pump cost', 'cost of heat pumps'],
  ['how to compost at home', 'composting at home'],
  ['E-Bike Batteries', 'e-bike battery'],
])('takes "%s" and "%s" for the same question', (left, right) => {
  expect(likeness(left, right)).toBe(1);
});

it.each([
  ['why compost', 'how to compost'],
  ['heating without gas', 'heating with gas'],
  ['best laptop 2025', 'best laptop 2026'],
  ['heat pump noise', 'heat pump cost'],
  ['heat pump', 'solar panel'],
])('keeps "%s" and "%s" apart at 0.9', (left, right) => {
  expect(likeness(left, right)).toBeLessThan(0.9);
});

it('is the share of common words, whichever comes first', () => {
  expect(likeness('heat pump noise', 'heat pump cost')).toBeCloseTo(2 / 3);
  expect(likeness('heat pump cost', 'heat pump noise')).toBeCloseTo(2 / 3);
  expect(likeness('', '')).toBe(0);
});

it('leaves words of other languages as they are', () => {
  expect(wordOverlap('de')('Wärmepumpe Kosten', 'Kosten einer Wärmepumpe')).toBe(1);
});
