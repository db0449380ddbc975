import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitationKeys } from '../../../../src/core/references/citation-keys.ts';
import { toCslJson } from '../../../../src/core/references/csl-json.ts';
import { ENTRIES, work } from './entries.ts';

describe('toCslJson', () => {
  it('tells a work in the words of CSL', () => {
    expect(toCslJson(ENTRIES.article)).toEqual({
      id: 'W1',
      type: 'article-journal',
      title: 'Heat in old houses: A field trial',
      author: [
        { family: 'Berg', given: 'Jane Q.', 'non-dropping-particle': 'van der' },
        { family: 'Sartre', given: 'Jean-Paul' },
      ],
      issued: { 'date-parts': [[2019]] },
      'container-title': 'Energy and Buildings',
      volume: '182',
      issue: '3',
      page: '345-348',
      DOI: '10.1016/j.enbuild.2018.10.001',
      URL: 'https://doi.org/10.1016/j.enbuild.2018.10.001',
    });
    expect(toCslJson(ENTRIES.report)).toMatchObject({
      type: 'report',
      author: [{ literal: 'World Health Organization' }],
      publisher: 'World Health Organization',
    });
    expect(toCslJson(ENTRIES.preprint)).toMatchObject({ genre: 'preprint', publisher: 'arXiv' });
    expect(toCslJson(ENTRIES.book).author).toEqual([
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    ]);
  });

  it('tells pages and documents too', () => {
    expect(toCslJson(ENTRIES.web)).toEqual({
      id: 'https://www.example.com/heat',
      type: 'webpage',
      title: 'How heat pumps work',
      author: [{ family: 'Quill', given: 'Mara' }],
      issued: { 'date-parts': [[2024, 9, 1]] },
      accessed: { 'date-parts': [[2026, 11, 20]] },
      'container-title': 'example.com',
      URL: 'https://www.example.com/heat',
    });
    expect(toCslJson(ENTRIES.document)).toMatchObject({
      id: 'notes/tea_notes.md',
      type: 'document',
      note: 'notes/tea_notes.md',
    });
  });

  it.each([
    ['chapter', 'chapter'],
    ['proceedings', 'paper-conference'],
    ['dissertation', 'thesis'],
    ['dataset', 'dataset'],
    ['book', 'book'],
  ] as const)('knows the type of a %s', (name, type) => {
    expect(toCslJson(ENTRIES[name]).type).toBe(type);
  });
});

describe('CitationKeys', () => {
  const entry = (author: string, title: string, year?: number) => {
    const told = work({ authors: author === '' ? [] : [author] });
    const { year: _year, ...undated } = told;
    return toCslJson({ title, work: year === undefined ? undated : { ...told, year } });
  };

  it('are made of name, year and the first word that says something, equal ones with a letter behind', () => {
    const keys = new CitationKeys();
    const given = [
      entry('Jane Smith', 'The Heat of Houses', 2019),
      entry('John Smith', 'Heat', 2019),
      entry('Jürgen Müller-Łódź', 'Über Wärme', 2020),
      entry('Jane Smith', 'Heata', 2019),
      entry('Ann Smith', 'On Heat', 2019),
      entry('World Health Organization', 'World report', 2021),
      entry('', 'A Study', 2018),
      entry('Jane Smith', 'Heat'),
      entry('王小明', '热泵', 2020),
      entry('王小明', '热泵', 2020),
    ];
    expect(given.map((csl) => keys.keyOf(csl))).toEqual([
      'smith2019heat',
      'smith2019heata',
      'mullerlodz2020uber',
      'smith2019heataa',
      'smith2019heatb',
      'world2021world',
      'study2018',
      'smithheat',
      'w1',
      'w1a',
    ]);
  });

  it('never repeat and hold letters and digits only', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, fc.constantFrom('heat', 'heata', 'heatb', '')), { maxLength: 40 }),
        (list) => {
          const keys = new CitationKeys();
          const made = list.map(([author, title]) => keys.keyOf(entry(author, title, 2019)));
          expect(new Set(made).size).toBe(made.length);
          for (const key of made) expect(key).toMatch(/^[a-z0-9]+$/u);
        },
      ),
    );
  });
});
