import { describe, expect, it } from 'vitest';
import { readQuantities } from '../../../../../src/writing/extractive/figures/read-quantities.ts';
import { REASONABLE_MS } from '../../../../support/reasonable-time.ts';

const read = (text: string) =>
  readQuantities(text).map(({ text: words, low, high, dimension }) => [
    words,
    dimension,
    low,
    high,
  ]);

describe('readQuantities', () => {
  it('reads figures with their hedges, ranges, units and what they count by', () => {
    expect(read('It costs €150 to €300 a year and moves about 40 litres.')).toEqual([
      ['€150 to €300 a year', 'euro', 150, 300],
      ['about 40 litres', 'volume', 40, 40],
    ]);
    expect(read('The service takes between one and two hours.')).toEqual([
      ['between one and two hours', 'time', 1, 2],
    ]);
  });

  it('reads numbers as each language writes them', () => {
    expect(read('Sie kostet 12.000 bis 18.000 Euro.')).toEqual([
      ['12.000 bis 18.000 Euro', 'euro', 12_000, 18_000],
    ]);
    expect(read('Elle coûte 1 500 euros.')).toEqual([['1 500 euros', 'euro', 1500, 1500]]);
    expect(read('寿命は15年です。')).toEqual([['15年', 'time', 15 * 8766, 15 * 8766]]);
  });

  it('brings units of one dimension to one base', () => {
    const [weeks, days] = readQuantities('It takes 2 weeks, not 14 days.');
    expect(weeks?.low).toBe(days?.low);
  });

  it('tells bounds from plain figures, before and behind', () => {
    const bounds = readQuantities(
      'Leave at least 5 metres, no more than 9 metres, or 12 metres or less.',
    );
    expect(bounds.map(({ bound }) => bound)).toEqual(['least', 'most', 'most']);
  });

  it('names a figure without unit by the abbreviation before it', () => {
    expect(read('a seasonal COP of about 3.2 is normal')).toEqual([['about 3.2', 'cop', 3.2, 3.2]]);
  });

  it('takes two figures joined by “and” for no range, and half a range for no figure', () => {
    expect(readQuantities('Reviews after 120 and 180 days.')).toEqual([]);
    expect(readQuantities('between 3 months and a year')).toEqual([]);
  });

  it('is quick with hostile text', () => {
    const start = performance.now();
    readQuantities('a'.repeat(5_000_000));
    readQuantities('1 '.repeat(300));
    readQuantities('about '.repeat(99));
    expect(performance.now() - start).toBeLessThan(REASONABLE_MS);
  });
});
