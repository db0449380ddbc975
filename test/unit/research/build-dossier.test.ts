import { describe, expect, it } from 'vitest';
import { buildDossier, GIVEN, type DossierOptions } from '../../../src/research/build-dossier.ts';
import { mergeSources, type MergedSource } from '../../../src/research/merge-sources.ts';

const options: DossierOptions = {
  keyword: 'heat pump noise',
  slug: 'heat-pump-noise',
  questions: ['heat pump noise', 'How loud is a heat pump?'],
  language: 'en',
  maxSources: 2,
  maxTokens: 1000,
  createdAt: '2026-01-01T00:00:00.000Z',
  hash: (text) => `hash of ${text.length}`,
  cut: (text) => {
    const passages: { start: number; end: number }[] = [];
    for (const match of text.matchAll(/[^\n]+/g)) {
      passages.push({ start: match.index, end: match.index + match[0].length });
    }
    return passages;
  },
};

function source(url: string, text: string, more: Partial<MergedSource> = {}): MergedSource {
  const retrievedAt = '2026-01-01T00:00:00.000Z';
  return { title: url, url, text, score: 0.8, retrievedAt, provider: 'tavily', hits: 1, ...more };
}

describe('buildDossier', () => {
  it('ranks sources by how well their passages answer, and points into their texts', () => {
    const text = 'Cookies are used here.\nThe noise of a heat pump is 45 decibels.\nSubscribe now.';
    const dossier = buildDossier(
      [
        source('https://a.example/', 'Gardens need water.\nHeat is warm.'),
        source('https://b.example/', text),
      ],
      options,
    );
    expect(dossier.sources[0]?.url).toBe('https://b.example/');
    const passage = dossier.sources[0]?.passages[0];
    expect(passage?.text).toBe('The noise of a heat pump is 45 decibels.');
    expect(text.slice(passage?.start, passage?.end)).toBe(passage?.text);
    expect(passage?.id).toBe('s1p1');
    expect(dossier.sources[0]?.sha256).toBe(`hash of ${text.length}`);
  });

  it('keeps to the number of sources and tokens', () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      source(`https://${index}.example/`, `A heat pump makes noise number ${index}.`),
    );
    expect(buildDossier(many, options).sources).toHaveLength(2);
    const tight = buildDossier(many, { ...options, maxTokens: 10 });
    expect(tight.sources).toHaveLength(1);
  });

  it('always keeps a source that the user named, even one without a matching word', () => {
    const named = source('https://named.example/', 'Entirely other words.', { provider: GIVEN });
    const others = ['a', 'b', 'c'].map((name) =>
      source(`https://${name}.example/`, 'Heat pump noise is loud.'),
    );
    const dossier = buildDossier([...others, named], options);
    expect(dossier.sources.map(({ url }) => url)).toContain('https://named.example/');
  });

  it('is empty when no passage has anything to do with the keyword', () => {
    expect(buildDossier([source('https://a.example/', 'Gardens.')], options).sources).toEqual([]);
  });
});

describe('mergeSources', () => {
  it('takes addresses of one page for one source and counts the queries that found it', () => {
    const page = { title: 'A', text: 'text', retrievedAt: '', score: 0.4 };
    const merged = mergeSources([
      { provider: 'tavily', sources: [{ ...page, url: 'https://www.a.example/x?utm_source=1' }] },
      { provider: 'tavily', sources: [{ ...page, url: 'https://a.example/x/', score: 0.9 }] },
      { provider: 'library', sources: [{ ...page, path: 'docs/a.md' }] },
      { provider: 'tavily', sources: [{ ...page, url: 'javascript:alert(1)' }] },
    ]);
    expect(merged).toHaveLength(2);
    expect(merged[0]).toMatchObject({ hits: 2, score: 0.9, provider: 'tavily' });
  });

  it('adds up the passages that different queries found in one document', () => {
    const document = { title: 'A', path: 'a.md', text: 'one two', retrievedAt: '', score: 1 };
    const merged = mergeSources([
      {
        provider: 'library',
        sources: [{ ...document, passages: [{ start: 4, end: 7, score: 0.1 }] }],
      },
      {
        provider: 'library',
        sources: [
          {
            ...document,
            passages: [
              { start: 0, end: 3, score: 0.5 },
              { start: 4, end: 7, score: 0.7 },
            ],
          },
        ],
      },
    ]);
    expect(merged[0]?.passages).toEqual([
      { start: 0, end: 3, score: 0.5 },
      { start: 4, end: 7, score: 0.7 },
    ]);
  });
});
