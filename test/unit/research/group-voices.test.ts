import { describe, expect, it } from 'vitest';
import { groupVoices } from '../../../src/research/group-voices.ts';
import { isNearlyEqual, shinglesOf } from '../../../src/research/text-overlap.ts';

describe('groupVoices', () => {
  it('takes hosts of one owner, one author and one document for one voice', () => {
    expect(
      groupVoices([
        { url: 'https://www.a.co.uk/x' },
        { url: 'https://b.example/', author: 'Mara Quill' },
        { url: 'https://shop.a.co.uk/y' },
        { path: 'notes.md', author: 'mara quill' },
        { path: 'other.md' },
      ]),
    ).toEqual([0, 1, 0, 1, 2]);
  });

  it('brings groups together that one source has something in common with', () => {
    expect(
      groupVoices([
        { url: 'https://a.example/' },
        { url: 'https://b.example/', author: 'Mara Quill' },
        { url: 'https://a.example/2', author: 'Mara Quill' },
      ]),
    ).toEqual([0, 0, 0]);
  });

  it('tells works by who wrote them, not by the address that leads to all of them', () => {
    const work = (id: string, ...authors: string[]) => ({
      url: `https://doi.org/10.1000/${id}`,
      author: 'Ana Costa et al.',
      work: { id, authors },
    });
    const works = [
      work('W1', 'Ana Costa', 'Jan Fofana'),
      work('W2', 'Ben Hughes'),
      work('W3', 'Elif Duarte', 'JAN FOFANA'),
      { url: 'https://news.example/heat', author: 'Ben Hughes' },
    ];
    expect(groupVoices(works)).toEqual([0, 1, 0, 1]);
  });

  it('takes copies for one voice', () => {
    const sources = [{ path: 'a.md' }, { path: 'b.md' }, { path: 'c.md' }];
    const isCopy = (left: { path: string }, right: { path: string }) =>
      [left.path, right.path].toSorted().join() === 'a.md,c.md';
    expect(groupVoices(sources, isCopy)).toEqual([0, 1, 0]);
  });
});

describe('isNearlyEqual', () => {
  const text =
    'A heat pump moves heat from the air into the house. It needs power for the compressor and the fan, about a third of the heat that it gives.';
  const of = (...texts: string[]) => shinglesOf(texts, 'en');

  it('takes the same words for one text, with little changes too, and others for two', () => {
    expect(isNearlyEqual(of(text), of(text.toUpperCase().replaceAll('.', '!')))).toBe(true);
    expect(isNearlyEqual(of(text), of('Compost needs air and a year of patience.'))).toBe(false);
    expect(isNearlyEqual(of(text), of(`${text} Read more.`))).toBe(true);
    const more = Array.from({ length: 20 }, (_, index) => `More on point ${index} follows here.`);
    expect(isNearlyEqual(of(text), of(text, ...more))).toBe(false);
  });

  it('takes two pages on one subject in their own words for two', () => {
    const own =
      'Heat pumps take heat out of the air and bring it into a house. The compressor and the fan need power, roughly a third of the heat given off.';
    expect(isNearlyEqual(of(text), of(own))).toBe(false);
  });

  it('finds nothing in common in texts without words', () => {
    expect(isNearlyEqual(of(''), of(''))).toBe(false);
  });
});
