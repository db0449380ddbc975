import { describe, expect, it } from 'vitest';
import { describeQuality } from '../../../src/cli/describe-quality.ts';
import { describeSite } from '../../../src/cli/describe-site.ts';
import { outcome } from '../../support/run-events.ts';

const support = {
  score: 0.999,
  sentences: 1000,
  supported: 999,
  partly: 0,
  unsupported: 1,
  contradicted: 0,
  removed: 1,
};

describe('describeQuality', () => {
  it('tells length, support, removals and errors, and rounds no doubt away', () => {
    const seo = (severity: 'error' | 'note') => {
      return { rule: 'x', severity, message: 'm', remedy: 'r' };
    };
    expect(
      describeQuality(outcome({ words: 1240, support, seo: [seo('error'), seo('note')] })),
    ).toEqual(['1,240 words', '99 % supported', '1 sentence removed', '1 SEO error']);
  });

  it('says nothing of what is not known', () => {
    expect(describeQuality(outcome({}))).toEqual([]);
  });
});

describe('describeSite', () => {
  it('names orphans and shared titles, a few of many', () => {
    const orphans = ['a', 'b', 'c', 'd', 'e', 'f'];
    const site = {
      articles: 8,
      links: 3,
      orphans,
      sameTitles: [{ title: 'T', slugs: ['a', 'b'] }],
      files: ['content/sitemap.xml'],
    };
    expect(describeSite({ site })).toEqual([
      '3 links between articles',
      'No article links to a, b, c, d, e and 1 more',
      'The title “T” stands over a, b',
      'Also written: content/sitemap.xml',
    ]);
  });

  it('says nothing of a single article or of none', () => {
    expect(describeSite({})).toEqual([]);
    expect(
      describeSite({ site: { articles: 1, links: 0, orphans: [], sameTitles: [], files: [] } }),
    ).toEqual([]);
  });
});
