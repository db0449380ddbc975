import { describe, expect, it } from 'vitest';
import { splitSides } from '../../../../../src/writing/extractive/comparison/split-sides.ts';

describe('splitSides', () => {
  it.each([
    ['heat pump vs gas boiler', 'en', ['heat pump', 'gas boiler']],
    ['heat pump versus gas boiler?', 'en', ['heat pump', 'gas boiler']],
    [
      'difference between hot composting or cold composting',
      'en',
      ['hot composting', 'cold composting'],
    ],
    ['Wärmepumpe oder Gasheizung', 'de', ['Wärmepumpe', 'Gasheizung']],
    ['bomba de calor o caldera de gas', 'es', ['bomba de calor', 'caldera de gas']],
    ['warmtepomp of gasketel', 'nl', ['warmtepomp', 'gasketel']],
  ])('parts “%s”', (keyword, language, names) => {
    expect(splitSides(keyword, language)?.map((side) => side.name)).toEqual(names);
  });

  it('keeps only the words that tell the sides apart', () => {
    const sides = splitSides('hot composting vs cold composting', 'en');
    expect(sides?.map((side) => side.terms)).toEqual([['hot'], ['cold']]);
  });

  it.each(['heat pump', 'cost of heat pumps', 'a vs a', 'one vs two vs three', ''])(
    'finds no two sides in “%s”',
    (keyword) => {
      expect(splitSides(keyword, 'en')).toBeUndefined();
    },
  );
});
