import { describe, expect, it } from 'vitest';
import type { OnDuplicate } from '../../../src/config/settings.ts';
import type { KeywordItem } from '../../../src/core/keyword.ts';
import { resolveDuplicates } from '../../../src/run/resolve-duplicates.ts';
import type { SiteArticle } from '../../../src/site/site-article.ts';

const item = (keyword: string, more: Partial<KeywordItem> = {}): KeywordItem => {
  return { keyword, priority: 0, extra: {}, ...more };
};
const article = (keyword: string, slug = keyword.replaceAll(' ', '-')): SiteArticle => {
  return {
    slug,
    keyword,
    files: [`${slug}.md`],
    title: keyword,
    description: '',
    language: 'en',
    linksTo: [],
  };
};
const resolve = (items: KeywordItem[], articles: SiteArticle[], mode: OnDuplicate) =>
  resolveDuplicates(items, articles, { mode, language: 'en' });

const RIVALS = [
  item('heat pump cost'),
  item('home composting'),
  item('how much does a heat pump cost'),
];

describe('resolveDuplicates', () => {
  it('warns, and lets the cluster share one research', () => {
    const { items, notes } = resolve(RIVALS, [], 'warn');
    expect(items).toEqual([
      RIVALS[0],
      RIVALS[1],
      { ...RIVALS[2], competesWith: 'heat pump cost', pool: 'heat pump cost' },
    ]);
    expect(notes).toEqual([
      expect.stringContaining('One keyword would compete with other pages'),
      '"how much does a heat pump cost" competes with "heat pump cost" (100 % alike)',
    ]);
  });

  it('skips the later one, and keywords that have their article', () => {
    const { items, notes } = resolve(RIVALS, [article('Home Composting')], 'skip');
    expect(items).toEqual([RIVALS[0]]);
    expect(notes[0]).toBe('One keyword has an article in the output folder and is left out.');
  });

  it('keeps the more important one, whatever the order', () => {
    const important = item('how much does a heat pump cost', { priority: 5 });
    expect(resolve([item('heat pump cost'), important], [], 'skip').items).toEqual([important]);
  });

  it('fails with every pair and a remedy', () => {
    expect(() => resolve(RIVALS, [article('home compost')], 'fail')).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        message: expect.stringMatching(/^2 keywords .*home-compost\.md.*\n.*heat pump cost/su),
        suggestions: [
          expect.stringContaining('Nothing was spent'),
          expect.stringContaining('--on-duplicate'),
        ],
      }),
    );
  });

  it('merges into the first, and into the article that is there', () => {
    const { items } = resolve(RIVALS, [article('home compost', 'composting-at-home')], 'merge');
    expect(items).toEqual([
      { ...RIVALS[0], alsoFor: ['how much does a heat pump cost'] },
      { ...RIVALS[1], slug: 'composting-at-home', alsoFor: ['home compost'] },
    ]);
  });

  it('takes an article on the very keyword for its earlier version', () => {
    for (const mode of ['warn', 'fail', 'merge'] as const) {
      expect(resolve([item('home composting')], [article('Home composting')], mode)).toEqual({
        items: [item('home composting')],
        notes: [],
      });
    }
  });
});
