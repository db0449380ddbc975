import { describe, expect, it } from 'vitest';
import type { Article, Paragraph } from '../../../../src/core/article.ts';
import { applyLinks } from '../../../../src/core/links/apply-links.ts';
import { chooseLinks } from '../../../../src/core/links/choose-links.ts';
import { findLinks } from '../../../../src/core/links/find-links.ts';
import { LinkTargets } from '../../../../src/core/links/link-targets.ts';

const text = (...runs: string[]): Paragraph => ({
  kind: 'text',
  content: runs.map((run) => ({ text: run, citations: [] })),
});

function articleOf(paragraphs: Paragraph[], language = 'en'): Article {
  return {
    title: 'T',
    description: 'D',
    language,
    introduction: paragraphs,
    sections: [],
    faq: [],
    conclusion: [],
    writer: 'extractive',
  };
}

const targets = (...keywords: string[]) =>
  new LinkTargets(
    keywords.map((keyword) => ({ keyword, slug: keyword.replaceAll(' ', '-'), language: 'en' })),
  );

/** Slug and anchor of each link. */
function anchors(
  paragraphs: Paragraph[],
  known: LinkTargets,
  own = { slug: 'own', keyword: 'something else' },
): Record<string, string> {
  const links = findLinks(articleOf(paragraphs), own, known);
  return Object.fromEntries(
    links.map(({ place, run, start, end, slug }) => {
      const index = Number(place.split('.')[1]);
      return [slug, paragraphs[index]?.content[run]?.text.slice(start, end) ?? ''];
    }),
  );
}

describe('findLinks', () => {
  it('finds the words that name another page, in whatever form', () => {
    const paragraphs = [
      text(
        'A warm house needs less.',
        'The running costs of heat pumps depend on the flow temperature.',
      ),
      text('Whoever sorts kitchen scraps can begin home composting at once.'),
    ];
    expect(anchors(paragraphs, targets('heat pump running costs', 'home composting'))).toEqual({
      'heat-pump-running-costs': 'running costs of heat pumps',
      'home-composting': 'home composting',
    });
  });

  it('needs the word that tells a page from the others', () => {
    const known = targets('heat pump noise', 'heat pump costs', 'heat pump sizing');
    expect(anchors([text('A heat pump moves heat.')], known)).toEqual({});
    expect(anchors([text('The noise of a heat pump is a matter of place.')], known)).toEqual({
      'heat-pump-noise': 'noise of a heat pump',
    });
  });

  it('need not name again what the page itself is about, but never links one word of many', () => {
    const known = targets('heat pump running costs', 'heat pump noise');
    const paragraphs = [text('The running cost comes to about €1,010. Noise is another matter.')];
    expect(anchors(paragraphs, known)).toEqual({});
    expect(anchors(paragraphs, known, { slug: 'own', keyword: 'heat pump vs gas boiler' })).toEqual(
      {
        'heat-pump-running-costs': 'running cost',
      },
    );
  });

  it('does not run over punctuation, into quotations, tables or doubtful runs, nor to the page itself', () => {
    const known = targets('compost bin');
    expect(anchors([text('Take the compost. Bin the rest.')], known)).toEqual({});
    expect(anchors([{ ...text('A compost bin helps.'), kind: 'quote' }], known)).toEqual({});
    expect(anchors([{ ...text('A compost bin'), kind: 'row' }], known)).toEqual({});
    const doubtful = { text: 'A compost bin sings.', citations: [], doubt: 'unsupported' as const };
    expect(anchors([{ kind: 'text', content: [doubtful] }], known)).toEqual({});
    expect(
      anchors([text('A compost bin helps.')], known, { slug: 'compost-bin', keyword: 'x' }),
    ).toEqual({});
  });

  it('links within a language, and in scripts without spaces', () => {
    const own = { slug: 'own', keyword: '园艺' };
    const known = new LinkTargets([{ keyword: '堆肥', slug: '堆肥', language: 'zh' }]);
    const [link] = findLinks(articleOf([text('家庭堆肥很容易。')], 'zh'), own, known);
    expect(link).toMatchObject({ slug: '堆肥', start: 2, end: 4, fit: 1 });
    expect(findLinks(articleOf([text('家庭堆肥很容易。')], 'ja'), own, known)).toEqual([]);
  });

  it('takes each page once, at its best place', () => {
    const known = targets('electric bike battery care', 'winter storage');
    const paragraphs = [
      text('A bike battery likes care.'),
      text('Electric bike battery care pays off.'),
    ];
    expect(anchors(paragraphs, known)).toEqual({
      'electric-bike-battery-care': 'Electric bike battery care',
    });
  });

  it('bears a text of one word of 5 MB', () => {
    const paragraphs = [text('a'.repeat(5_000_000))];
    expect(anchors(paragraphs, targets('compost bin'))).toEqual({});
  });
});

describe('chooseLinks', () => {
  const link = (slug: string, start: number, end: number, fit = 1) => {
    return { slug, start, end, fit, place: 'introduction.0', run: 0 };
  };

  it('keeps to pages that exist, to the limit, and puts no link over another', () => {
    const candidates = [link('a', 0, 5), link('gone', 10, 12), link('b', 3, 8), link('c', 20, 25)];
    const exists = (slug: string) => slug !== 'gone';
    expect(chooseLinks(candidates, { most: 3, exists }).map(({ slug }) => slug)).toEqual([
      'a',
      'c',
    ]);
    expect(chooseLinks(candidates, { most: 1, exists })).toHaveLength(1);
    expect(chooseLinks(candidates, { most: 0, exists })).toEqual([]);
  });
});

describe('applyLinks', () => {
  it('puts links on the words, in order, and leaves the rest as it is', () => {
    const article = articleOf([text('one two three'), text('four')]);
    const base = { place: 'introduction.0', run: 0, fit: 1 };
    const linked = applyLinks(article, [
      { ...base, slug: 'b', start: 8, end: 13 },
      { ...base, slug: 'a', start: 0, end: 3 },
    ]);
    expect(linked.introduction[0]?.content[0]?.links).toEqual([
      { slug: 'a', start: 0, end: 3 },
      { slug: 'b', start: 8, end: 13 },
    ]);
    expect(linked.introduction[1]).toBe(article.introduction[1]);
    expect(applyLinks(article, [])).toBe(article);
  });
});
