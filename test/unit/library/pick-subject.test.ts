import { describe, expect, it } from 'vitest';
import { pickSubject, type TermPlaces } from '../../../src/library/pick-subject.ts';
import type { QueryTerm } from '../../../src/library/query-terms.ts';

/** Ten documents, 1 to 10, of ten passages each. */
const counts = new Map(Array.from({ length: 10 }, (_, index) => [index + 1, 10]));

/** A word with how many of a document's passages have it, the first ones. */
function term(
  places: Record<number, number>,
  more: Partial<QueryTerm> & { titles?: number[]; headings?: number[] } = {},
): QueryTerm & TermPlaces {
  const { titles = [], headings = [], ...rest } = more;
  const passages = Object.entries(places).flatMap(([document, count]) =>
    Array.from({ length: count }, (_, index): [number, number] => [
      Number(document) * 100 + index,
      Number(document),
    ]),
  );
  return {
    expression: '"word"',
    weight: 1,
    isSpecific: true,
    isPhrase: false,
    passages: new Map(passages),
    titles: new Set(titles),
    headings: new Set(headings),
    ...rest,
  };
}

const theme = term({ 1: 8, 2: 7, 3: 1 }, { titles: [1, 2] });
const mentioned = term({ 4: 1, 5: 1 });
const everywhere = term(Object.fromEntries([...counts.keys()].map((id) => [id, 3])), {
  headings: [1, 2, 3, 4, 5, 6],
});
const unknown = term({});

describe('pickSubject', () => {
  it.each([
    ['that its title names', term({ 1: 1, 2: 1 }, { titles: [1] }), [1]],
    ['that a heading names', term({ 1: 1, 2: 1 }, { headings: [2] }), [2]],
    ['of a good part of its passages', term({ 1: 3, 2: 1 }), [1]],
  ])('takes a document to be about a term %s', (_name, word, documents) => {
    expect(pickSubject([word], counts)?.documents).toEqual(new Set(documents));
  });

  it.each([
    ['stands in passing', mentioned],
    ['stands everywhere', everywhere],
    ['names no topic', term({ 1: 9 }, { titles: [1], isSpecific: false })],
    ['is unknown', unknown],
  ])('finds no subject in a word that %s', (_name, word) => {
    expect(pickSubject([word], counts)).toBeUndefined();
  });

  it('lets nothing beside a theme count as much, and what is unknown not at all', () => {
    const subject = pickSubject([theme, mentioned, unknown], counts);
    expect(subject?.documents).toEqual(new Set([1, 2]));
    expect(subject?.weights[0]).toBe(1);
    expect(subject?.weights[1]).toBeLessThan(1);
    expect(subject?.weights[2]).toBe(0);
  });

  it('takes a word for the subject beside a strange one only where they stand together', () => {
    const named = term({ 4: 2, 6: 1, 7: 1 }, { headings: [4] });
    expect(pickSubject([named, unknown], counts)).toBeUndefined();
    expect(pickSubject([named, term({ 5: 1 })], counts)).toBeUndefined();
    expect(pickSubject([named, mentioned], counts)?.documents).toEqual(new Set([4]));
  });

  it('cannot tell what is common from few documents', () => {
    const few = new Map([...counts].slice(0, 3));
    const common = term({ 1: 3, 2: 3, 3: 3 });
    expect(pickSubject([common], few)?.documents.size).toBe(3);
  });
});
