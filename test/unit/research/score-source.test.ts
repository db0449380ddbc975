import { describe, expect, it } from 'vitest';
import { registrableHost } from '../../../src/research/registrable-host.ts';
import { scoreAuthority } from '../../../src/research/score-authority.ts';
import { asksForToday, scoreFreshness } from '../../../src/research/score-freshness.ts';
import {
  explainScore,
  judgeSource,
  rankSource,
  SOURCE_WEIGHTS,
  SOURCE_WEIGHTS_TODAY,
} from '../../../src/research/score-source.ts';

const now = Date.parse('2026-11-01T00:00:00Z');

describe('registrableHost', () => {
  it.each([
    ['https://www.shop.example.co.uk/a', 'example.co.uk'],
    ['https://news.example.com/', 'example.com'],
    ['https://mara.github.io/x', 'mara.github.io'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['http://localhost/', 'localhost'],
    ['no address', undefined],
  ])('of %s is %s', (address, host) => {
    expect(registrableHost(address)).toBe(host);
  });
});

describe('scoreAuthority', () => {
  const of = (url: string, more = {}) => scoreAuthority({ url, text: 'Heat.', ...more });

  it('puts public bodies and reference works above websites, and those above shops and forums', () => {
    const ranked = [
      'https://www.energy.gov/heat',
      'https://en.wikipedia.org/wiki/Heat_pump',
      'https://heat.example/',
      'https://shop.example/heat',
      'https://www.reddit.com/r/heat',
    ].map((url) => of(url).score);
    expect(ranked).toEqual(ranked.toSorted((left, right) => right - left));
    expect(new Set(ranked).size).toBe(ranked.length);
  });

  it.each(['https://x.gov.uk/', 'https://tum.edu/', 'https://who.int/', 'https://x.gouv.fr/'])(
    'knows a public authority: %s',
    (url) => {
      expect(of(url).reason).toBe('a public authority');
    },
  );

  it.each(['https://gov.example.com/', 'https://mygov.com/', 'https://edu.example/'])(
    'is not taken in by a name: %s',
    (url) => {
      expect(of(url).reason).toBe('an ordinary website');
    },
  );

  it('counts a named author, a date and references, and says so', () => {
    const plain = of('https://heat.example/');
    const signed = of('https://heat.example/', {
      author: 'Mara Quill',
      publishedAt: '2026-01-01',
      text: 'It saves half (Smith, 2024) [1].\n\n## References\n\n1. doi:10.1000/x',
    });
    expect(signed.score).toBeGreaterThan(plain.score);
    expect(signed.reason).toBe('an ordinary website with a named author and references');
  });

  it('trusts documents of the library as they are given', () => {
    const own = scoreAuthority({ text: 'Heat.' });
    expect(own).toEqual(scoreAuthority({ text: '[1] [2] [3]', author: 'Mara Quill' }));
    expect(own.reason).toBe('a document, trusted as it is');
  });
});

describe('scoreFreshness', () => {
  const of = (publishedAt: string | undefined, keyword = 'heat pumps') =>
    scoreFreshness(publishedAt, { now, keyword });

  it('halves with three years, and with one where the keyword asks for today', () => {
    expect(of('2023-11-02').score).toBeCloseTo(0.5, 2);
    expect(of('2025-11-01', 'heat pump prices').score).toBeCloseTo(0.5, 2);
    expect(of('2026-08-01').reason).toBe('3 months old');
    expect(of('2019').reason).toBe('8 years old');
  });

  it('believes no date that lies ahead, and none that is none', () => {
    for (const date of [undefined, '2031-01-01', 'yesterday'])
      expect(of(date)).toEqual({ score: 0.5, reason: 'undated' });
  });

  it.each(['heat pump cost', 'best e-bikes 2026', 'latest tax rules', 'Wärmepumpe Kosten'])(
    'knows that “%s” asks for today',
    (keyword) => expect(asksForToday(keyword)).toBe(true),
  );

  it.each(['heat pumps', 'home composting', 'costume ideas', 'newton’s laws'])(
    'knows that “%s” does not',
    (keyword) => expect(asksForToday(keyword)).toBe(false),
  );
});

describe('the rank of a source', () => {
  it('is a weighted mean: all parts at their best make 1', () => {
    const best = { relevance: 1, authority: 1, freshness: 1, diversity: 1 };
    for (const weights of [SOURCE_WEIGHTS, SOURCE_WEIGHTS_TODAY])
      expect(Object.values<number>(weights).reduce((sum, weight) => sum + weight)).toBeCloseTo(1);
    expect(rankSource(best, 'heat pumps')).toBe(1);
    expect(rankSource({ ...best, freshness: 0 }, 'heat pumps')).toBe(0.9);
    expect(rankSource({ ...best, freshness: 0 }, 'heat pump prices')).toBe(0.8);
  });

  it('is explained in one sentence', () => {
    const page = {
      url: 'https://energy.gov/',
      text: 'Heat.',
      publishedAt: '2026-08-01',
      author: 'Mara Quill',
    };
    const judgement = judgeSource(page, {
      keyword: 'heat pumps',
      questions: { all: 6, matched: 5 },
      relevance: 0.9,
      now,
    });
    const facts = { earlier: 0, owner: 'host or author', isNamed: false } as const;
    expect(explainScore(judgement, facts)).toEqual({
      relevance: 0.9,
      authority: 0.97,
      freshness: expect.closeTo(0.94, 1),
      diversity: 1,
      explanation:
        'Matches 5 of 6 questions; a public authority with a named author; 3 months old; first of its host or author.',
    });
    expect(explainScore(judgement, { ...facts, earlier: 2, isNamed: true })).toMatchObject({
      diversity: 0.111,
      explanation: expect.stringMatching(
        /number 3 of its host or author; named by you, so always in\.$/,
      ),
    });
  });
});
