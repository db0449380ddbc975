import { describe, expect, it } from 'vitest';
import type { OnDuplicate } from '../../../src/config/settings.ts';
import type { KeywordItem } from '../../../src/core/keyword.ts';
import type { KeywordMeaning } from '../../../src/core/keyword-meaning.ts';
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
  it('warns, and lets the cluster share one research', async () => {
    const { items, notes } = await resolve(RIVALS, [], 'warn');
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

  it('skips the later one, and keywords that have their article', async () => {
    const { items, notes } = await resolve(RIVALS, [article('Home Composting')], 'skip');
    expect(items).toEqual([RIVALS[0]]);
    expect(notes[0]).toBe('One keyword has an article in the output folder and is left out.');
  });

  it('keeps the more important one, whatever the order', async () => {
    const important = item('how much does a heat pump cost', { priority: 5 });
    expect((await resolve([item('heat pump cost'), important], [], 'skip')).items).toEqual([
      important,
    ]);
  });

  it('fails with every pair and a remedy', async () => {
    await expect(resolve(RIVALS, [article('home compost')], 'fail')).rejects.toEqual(
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

  it('merges into the first, and into the article that is there', async () => {
    const { items } = await resolve(
      RIVALS,
      [article('home compost', 'composting-at-home')],
      'merge',
    );
    expect(items).toEqual([
      { ...RIVALS[0], alsoFor: ['how much does a heat pump cost'] },
      { ...RIVALS[1], slug: 'composting-at-home', alsoFor: ['home compost'] },
    ]);
  });

  it('takes an article on the very keyword for its earlier version', async () => {
    for (const mode of ['warn', 'fail', 'merge'] as const) {
      expect(await resolve([item('home composting')], [article('Home composting')], mode)).toEqual({
        items: [item('home composting')],
        notes: [],
      });
    }
  });

  it('compares English keywords by meaning too, and says which it cannot', async () => {
    const meaning: KeywordMeaning = {
      findAlike: (keywords, others) =>
        Promise.resolve(
          keywords.map((keyword) => {
            const index = others.indexOf('how loud is a heat pump');
            return keyword === 'heat pump noise' && index >= 0 ? [{ index, likeness: 0.91 }] : [];
          }),
        ),
    };
    const items = [item('how loud is a heat pump'), item('heat pump noise')];
    const asked = { mode: 'skip', language: 'en', meaning } as const;
    const english = await resolveDuplicates(items, [], asked);
    expect(english.items).toEqual([items[0]]);
    expect(english.notes.at(-1)).toContain('(91 % alike)');
    const german = await resolveDuplicates(items, [], { ...asked, language: 'de' });
    expect(german.items).toEqual(items);
    expect(german.notes).toEqual([
      '2 keywords are compared by words: likeness by meaning knows English only.',
    ]);
  });
});
