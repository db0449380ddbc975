import { describe, expect, it } from 'vitest';
import { body, findingsIn, markdown } from '../pages.ts';

const RULES = [
  'keyword-title',
  'keyword-introduction',
  'keyword-heading',
  'keyword-slug',
  'keyword-rare',
  'keyword-stuffing',
] as const;

const keyword = 'heat pump noise';
const filler = (words: number) => 'Water runs on. '.repeat(Math.ceil(words / 3));

describe('keyword rules', () => {
  it('are silent where nobody names a keyword', () => {
    const source = markdown(`# Other\n\nNothing of it.\n\n## Part\n\n${filler(300)}`, {
      title: 'A title of something else, altogether',
      slug: 'other',
    });
    for (const rule of RULES) expect(findingsIn(source, rule)).toEqual([]);
    for (const rule of RULES.slice(0, 5)) {
      expect(findingsIn(source, rule, { keyword })).toHaveLength(1);
    }
  });

  it('find the keyword in other forms and orders', () => {
    const source = markdown(
      `# T\n\nThe noise of heat pumps.\n\n## How noisy a heat pump is\n\nText.`,
      { title: 'Noises that a heat pump makes', slug: 'noise-of-heat-pumps' },
    );
    for (const rule of RULES) expect(findingsIn(source, rule, { keyword })).toEqual([]);
  });

  it('take the keyword of the front matter, and before it that of the caller', () => {
    const source = markdown(body(), { keyword: 'solar roof' });
    expect(findingsIn(source, 'keyword-title')[0]?.message).toContain('“solar roof”');
    expect(findingsIn(source, 'keyword-title', { keyword })).toEqual([]);
  });

  it('let a quarter of a long keyword be missing', () => {
    const long = 'quiet heat pump noise level night law';
    const source = (title: string) => markdown(body(), { title });
    expect(
      findingsIn(source('Heat pump noise level by law, quiet please'), 'keyword-title', {
        keyword: long,
      }),
    ).toEqual([]);
    expect(findingsIn(source('Heat pump noise'), 'keyword-title', { keyword: long })).toHaveLength(
      1,
    );
  });

  it('know the slug by the letters that slugs have', () => {
    const source = markdown(body(), { slug: 'creme-brulee-groesse', language: 'fr' });
    expect(findingsIn(source, 'keyword-slug', { keyword: 'crème brûlée' })).toEqual([]);
    expect(findingsIn(source, 'keyword-slug', { keyword: 'crème anglaise' })).toHaveLength(1);
    const without = markdown(body(), { slug: undefined });
    expect(findingsIn(without, 'keyword-slug', { keyword })).toEqual([]);
    expect(findingsIn(without, 'keyword-slug', { keyword, slug: 'x' })).toHaveLength(1);
  });

  it.each([
    // 1,000 words bear 20 places of three words, and want one at least (0.15 % of them).
    ['keyword-stuffing', 20, 0],
    ['keyword-stuffing', 21, 1],
    ['keyword-rare', 1, 0],
    ['keyword-rare', 0, 1],
  ] as const)('%s for %i places of three words: %i findings', (rule, places, findings) => {
    const text = `${`${keyword}. `.repeat(places)}\n\n${filler(999 - places * 3)}`;
    expect(findingsIn(markdown(text), rule, { keyword })).toHaveLength(findings);
  });

  it.each([
    ['compost', 30, 0],
    ['compost', 31, 1],
    ['quiet heat pump noise', 15, 0],
    ['quiet heat pump noise', 16, 1],
  ])(
    '%j: %i places in a thousand words are %i findings of stuffing',
    (wanted, places, findings) => {
      const used = places * wanted.split(' ').length;
      const text = `${`${wanted}. `.repeat(places)}\n\n${filler(999 - used)}`;
      expect(findingsIn(markdown(text), 'keyword-stuffing', { keyword: wanted })).toHaveLength(
        findings,
      );
    },
  );

  it('take three places for no stuffing in the shortest text', () => {
    const text = 'Compost is compost. Compost!';
    expect(findingsIn(markdown(text), 'keyword-stuffing', { keyword: 'compost' })).toEqual([]);
  });
});
