import { describe, expect, it } from 'vitest';
import { comparePhrases, keywordPhrase } from '../../../src/core/compare-keywords.ts';

const compare = (left: string, right: string) =>
  comparePhrases(keywordPhrase(left), keywordPhrase(right));

describe('keywordPhrase', () => {
  it('keeps the words that tell what is asked, in their order', () => {
    expect(keywordPhrase('How to train a puppy: the complete guide')).toBe('train puppy');
    expect(keywordPhrase('coffee without sugar')).toBe('coffee without sugar');
    expect(keywordPhrase('Top 10 tips')).toBe('10');
    expect(keywordPhrase('best ideas')).toBe('best ideas');
  });
});

describe('comparePhrases', () => {
  it.each([
    ['puppy training guide', 'how to train a puppy', true],
    ['buying a used car', 'purchasing a used car', false],
  ])('finds nothing between %j and %j', (left, right, areEqual) => {
    expect(compare(left, right)).toEqual({ kind: 'same', areEqual });
  });

  it('tells what one says more', () => {
    expect(compare('heat pump noise level', 'noise of a heat pump')).toEqual({ kind: 'addition' });
  });

  it('leaves the words that differ', () => {
    expect(compare('protein sources for vegans', 'plant based protein foods')).toEqual({
      kind: 'change',
      left: 'sources vegans',
      right: 'plant based foods',
    });
  });

  it.each([
    ['another word', 'hotels in Berlin', 'hotels in Munich'],
    ['another name of two words', 'heat pump cost', 'air conditioner cost'],
    ['an opposite', 'how to lose weight fast after pregnancy', 'gain muscle weight fast'],
    ['another number', 'iphone 15 battery life in winter', 'iphone 14 battery drain when cold'],
    ['another country', 'visa rules of Japan for students', 'study permit in Canada'],
    ['a denial', 'heat pump without planning permission', 'heat pump planning permission'],
    ['a denial by its ending', 'gluten free bread', 'gluten bread'],
  ])('tells %s apart', (_name, left, right) => {
    expect(compare(left, right)).toEqual({ kind: 'different' });
    expect(compare(right, left)).toEqual({ kind: 'different' });
  });

  it('takes a denial by an ending for one by a word', () => {
    expect(compare('gluten free bread', 'bread without gluten')).toEqual({
      kind: 'same',
      areEqual: true,
    });
  });
});
