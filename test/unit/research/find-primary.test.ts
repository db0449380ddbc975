import { describe, expect, it } from 'vitest';
import { buildDossier } from '../../../src/research/build-dossier.ts';
import { findPrimary, type PerhapsPrimary } from '../../../src/research/find-primary.ts';
import type { MergedSource } from '../../../src/research/merge-sources.ts';
import { primaryHost } from '../../../src/research/primary-host.ts';
import { referredHosts } from '../../../src/research/referred-hosts.ts';

const options = { keyword: 'dyson v15 battery', language: 'en' };
const work = (citedBy: number) => ({ id: 'W1', type: 'article', authors: [], citedBy });

describe('primaryHost', () => {
  it.each([
    ['https://www.ons.gov.uk/economy', 'official statistics'],
    ['https://ec.europa.eu/eurostat/web/energy', 'official statistics'],
    ['https://www150.statcan.gc.ca/n1/daily', 'official statistics'],
    ['https://www.legislation.gov.uk/ukpga/2008/27', 'the text of a law'],
    ['https://www.rfc-editor.org/rfc/rfc9110', 'a standard'],
    ['https://doi.org/10.1038/s41586-020-2649-2', 'a publication of research'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/abc', 'a publication of research'],
    ['https://www.nature.com/articles/d41586', 'a publication of research'],
    ['https://www.nature.com/news', undefined],
    ['https://notons.gov.uk.example/', undefined],
    ['https://statshop.example/', undefined],
    ['no address', undefined],
  ])('of %s is %s', (url, kind) => {
    expect(primaryHost(url)).toBe(kind);
  });
});

describe('referredHosts', () => {
  it('finds whom a text names as its source, by a link, an address or a host', () => {
    const text = [
      'According to [the energy office](https://www.office.example/a), pumps last 20 years.',
      'The [institute](https://lab.example.org/b) estimates 18.',
      'Source: https://numbers.example.net/t.csv',
      'Laut zahlen.example.de sind es 12.',
    ].join('\n');
    expect(referredHosts(text).toSorted()).toEqual([
      'example.de',
      'example.net',
      'example.org',
      'office.example',
    ]);
  });

  it('takes no other link for one', () => {
    const text =
      'Read [more](https://other.example/). Buy at [our shop](https://shop.example/). According to experts, e.g. those of 2024, it is fine.';
    expect(referredHosts(text)).toEqual([]);
  });

  it('reads a text without measure in time', () => {
    const text = 'according to [x](https://a.example/) says '.repeat(50_000);
    expect(referredHosts(text)).toEqual(['a.example']);
  });
});

describe('findPrimary', () => {
  const pool = (...sources: readonly Partial<PerhapsPrimary>[]) => {
    const all = sources.map((source) => ({ text: '', ...source }));
    const signs = findPrimary(all, options);
    return all.map((source) => signs.get(source));
  };

  it('counts the owners that refer to a page, and none that refers to itself', () => {
    const [referred, ...others] = pool(
      { url: 'https://a.example/', refersTo: ['a.example'] },
      { url: 'https://b.example/', refersTo: ['a.example'] },
      { url: 'https://www.b.example/2', refersTo: ['a.example'] },
      { refersTo: ['a.example'] },
    );
    expect(referred).toEqual({ bonus: 0.2, reason: 'a primary source: 2 others refer to it' });
    expect(others).toEqual([undefined, undefined, undefined]);
  });

  it('takes works of scholarship for primary, those cited more a little more', () => {
    const [rare, known, famous] = pool({ work: work(0) }, { work: work(120) }, { work: work(1e9) });
    expect(rare?.reason).toBe('a primary source: a work of scholarship');
    expect(known?.reason).toBe('a primary source: a work of scholarship, cited 120×');
    expect(known?.bonus).toBeGreaterThan(rare?.bonus ?? 1);
    expect((famous?.bonus ?? 1) - (rare?.bonus ?? 0)).toBeLessThanOrEqual(0.05);
  });

  it("knows the maker's own page, where others write its name as one", () => {
    const review = 'The battery of a Dyson lasts. I like my Dyson v15, and the Dyson is quiet.';
    const [maker] = pool(
      { url: 'https://www.dyson.co.uk/v15' },
      { url: 'https://r.example/', text: review },
    );
    expect(maker?.reason).toBe("a primary source: the maker's own page");
    const common = review.replaceAll('Dyson', 'dyson');
    expect(pool({ url: 'https://dyson.com/' }, { text: common })).toEqual([undefined, undefined]);
  });
});

describe('the rank of primary sources', () => {
  const page = (url: string, text: string, more: Partial<MergedSource> = {}): MergedSource => ({
    title: url,
    url,
    text,
    score: 0.8,
    retrievedAt: '2026-01-01T00:00:00.000Z',
    provider: 'tavily',
    hits: 1,
    ...more,
  });
  const dossierOf = (pages: readonly MergedSource[]) =>
    buildDossier(pages, {
      keyword: 'heat pump sales',
      slug: 'sales',
      questions: ['heat pump sales'],
      language: 'en',
      maxSources: 5,
      maxTokens: 5000,
      createdAt: '2026-01-01T00:00:00.000Z',
      hash: (text) => text,
      cut: (text) => [{ start: 0, end: text.length }],
    });
  const [told, retold] = [
    'Heat pump sales came to 61,000 in the year, the office counted in its survey.',
    'In the year, heat pump sales came to 61,000, as the office has counted lately.',
  ];

  it('is above that of a page that quotes it, all else equal, and says why', () => {
    const secondary = page('https://blog.example/', retold, { refersTo: ['office.example'] });
    const primary = page('https://office.example/', told);
    for (const order of [
      [secondary, primary],
      [primary, secondary],
    ]) {
      const [first, second] = dossierOf(order).sources;
      expect(first?.url).toBe('https://office.example/');
      expect(first?.why?.explanation).toContain('a primary source: another one refers to it');
      expect((first?.score ?? 0) - (second?.score ?? 0)).toBeLessThan(0.05);
    }
  });

  it('of a work of scholarship is above that of a page about it', () => {
    const found = dossierOf([
      page('https://blog.example/', retold),
      page('https://repository.example/1', told, { work: work(40) }),
    ]);
    expect(found.sources[0]?.url).toBe('https://repository.example/1');
    expect(found.sources[0]?.why?.explanation).toContain('cited 40×');
  });

  it('of a forum does not rise, whoever refers to it', () => {
    const forum = page('https://www.reddit.com/r/heat', told);
    const alone = dossierOf([forum]).sources[0]?.why?.authority;
    const referring = page('https://blog.example/', retold, { refersTo: ['reddit.com'] });
    const found = dossierOf([forum, referring]).sources.find(({ url }) => url === forum.url);
    expect(found?.why?.authority).toBe(alone);
  });
});
