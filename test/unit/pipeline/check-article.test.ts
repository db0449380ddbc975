import { describe, expect, it } from 'vitest';
import type { ArticleTemplate } from '../../../src/core/article-template.ts';
import type { Article, CitedText, Paragraph } from '../../../src/core/article.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import type { Verdict } from '../../../src/core/support.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';
import { checkArticle, type CheckOptions } from '../../../src/pipeline/check-article.ts';
import type { StepTools } from '../../../src/pipeline/item-scope.ts';
import { requireSupport } from '../../../src/pipeline/require-support.ts';
import type { ReviseRequest } from '../../../src/writing/article-writer.ts';

const FACTS =
  'A heat pump lasts about 15 years. The compressor is the part that wears out first. A quiet unit needs a place away from the bedroom window.';
const COPY =
  'Whoever plans such a system in an older house should first ask for a calculation of the heat that every single room loses on the coldest day of an ordinary winter, because the size of the machine follows from that.';

const dossier: Dossier = {
  version: 1,
  keyword: 'heat pump',
  slug: 'heat-pump',
  questions: ['heat pump'],
  providers: ['library'],
  createdAt: '2026-03-02T08:00:00.000Z',
  usage: NO_USAGE,
  sources: [
    {
      id: 's1',
      title: 'Pumps',
      path: 'pumps.md',
      retrievedAt: '2026-03-02T08:00:00.000Z',
      sha256: 'x',
      provider: 'library',
      score: 1,
      passages: [
        { id: 's1p1', start: 0, end: FACTS.length, text: FACTS, score: 1 },
        { id: 's1p2', start: 500, end: 500 + COPY.length, text: COPY, score: 1 },
      ],
    },
  ],
};

const cited = (text: string, passageId = 's1p1'): CitedText => {
  return { text, citations: [{ sourceId: 's1', passageId }] };
};
const paragraph = (...texts: CitedText[]): Paragraph => ({ kind: 'text', content: texts });

function articleOf(...paragraphs: Paragraph[]): Article {
  return {
    title: 'Heat pumps',
    description: '',
    language: 'en',
    introduction: [paragraph(cited('A heat pump lasts about 15 years.'))],
    sections: [{ heading: 'What wears out', paragraphs }],
    faq: [],
    conclusion: [],
    writer: 'openai',
    model: 'm',
  };
}

const WRONG = cited('A heat pump lasts about 50 years, as the maker guarantees.');
const RIGHT = cited('The compressor is the part that wears out first.');
const request = {
  item: { keyword: 'heat pump', slug: 'heat-pump', index: 0, priority: 0, extra: {} },
  dossier,
  template: {} as ArticleTemplate,
  language: 'en',
};
const step: StepTools = { calls: { signal: new AbortController().signal }, progress: () => {} };

/** Checks a draft; each revision takes the next of the articles. */
async function check(draft: Article, revisions: Article[], more: Partial<CheckOptions> = {}) {
  const asked: ReviseRequest[] = [];
  const options: CheckOptions = {
    writer: {
      name: 'openai',
      model: 'm',
      settings: {},
      write: () => Promise.reject(new Error('not asked')),
      revise: async (revision) => {
        asked.push(revision);
        return revisions.shift() ?? revision.article;
      },
    },
    unsupported: 'remove',
    maxVerbatim: 25,
    ...more,
  };
  return { asked, ...(await checkArticle(request, draft, options, step)) };
}

describe('checkArticle', () => {
  it('asks nothing of a draft that its sources bear out, and points to the very words', async () => {
    const { asked, article, support, doubts } = await check(articleOf(paragraph(RIGHT)), []);
    expect(asked).toEqual([]);
    expect(support).toMatchObject({ score: 1, sentences: 2, supported: 2, removed: 0 });
    expect(doubts).toEqual([]);
    const [citation] = article.introduction[0]?.content[0]?.citations ?? [];
    expect(FACTS.slice(citation?.start, citation?.end)).toContain('15 years');
  });

  it.each(['remove', 'mark'] as const)(
    'makes a description of the introduction anew without what is doubtful: %s',
    async (unsupported) => {
      const sound = cited('A heat pump lasts about 15 years.');
      const introduction = [paragraph(WRONG, sound)];
      const draft = { ...articleOf(paragraph(RIGHT)), introduction };
      const spare = { ...draft, description: `${WRONG.text} ${sound.text}` };
      expect((await check(spare, [], { unsupported })).article.description).toBe(sound.text);
      const own = { ...draft, description: 'What heat pumps cost.' };
      expect((await check(own, [], { unsupported })).article.description).toBe(own.description);
    },
  );

  it.each([
    ['Heat pumps last 50 years.', 'A heat pump lasts about 15 years.'],
    ['Heat pumps last 15 years.', 'Heat pumps last 15 years.'],
    ['Four reasons why a heat pump pays.', 'Four reasons why a heat pump pays.'],
  ])('lets no description say a figure that the article does not: %s', async (own, expected) => {
    const draft = { ...articleOf(paragraph(RIGHT), paragraph(WRONG)), description: own };
    expect((await check(draft, [])).article.description).toBe(expected);
  });

  it('has the part with the fault written again, and only that', async () => {
    const mended = articleOf(paragraph(RIGHT));
    const { asked, article, support } = await check(articleOf(paragraph(WRONG)), [mended]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.problems.map(({ part }) => part)).toEqual(['sections.0']);
    expect(asked[0]?.problems[0]?.message).toContain('50 years');
    expect(article.sections[0]?.paragraphs[0]?.content[0]?.text).toBe(RIGHT.text);
    expect(support).toMatchObject({ score: 1, removed: 0 });
  });

  it('takes out what the writer insists on, and does not ask the same again', async () => {
    const draft = articleOf(paragraph(RIGHT, WRONG));
    const { asked, article, support, doubts } = await check(draft, []);
    expect(asked).toHaveLength(1);
    expect(article.sections[0]?.paragraphs[0]?.content.map(({ text }) => text)).toEqual([
      RIGHT.text,
    ]);
    expect(support).toMatchObject({ sentences: 3, supported: 2, removed: 1 });
    expect(doubts.map(({ text }) => text)).toEqual([WRONG.text]);
  });

  it('marks it instead where that is asked for', async () => {
    const { article, support } = await check(articleOf(paragraph(WRONG)), [], {
      unsupported: 'mark',
    });
    expect(article.sections[0]?.paragraphs[0]?.content[0]?.doubt).toBeDefined();
    expect(support.removed).toBe(0);
  });

  it('does not take a revision that makes things worse', async () => {
    const worse = articleOf(paragraph(WRONG, cited('It sings in the rain of Norway, too.')));
    const draft = articleOf(paragraph(RIGHT, WRONG));
    const { article, support } = await check(draft, [worse]);
    expect(support.sentences).toBe(3);
    expect(article.sections[0]?.paragraphs[0]?.content[0]?.text).toBe(RIGHT.text);
  });

  it('asks for other words where too many are copied, and sets what stays in quotation marks', async () => {
    const { asked, article } = await check(articleOf(paragraph(cited(COPY, 's1p2'))), []);
    expect(asked[0]?.problems[0]?.message).toMatch(/copied from s1, \d+ words in a row/u);
    const text = article.sections[0]?.paragraphs[0]?.content[0]?.text ?? '';
    expect(text).toMatch(/^“Whoever plans .* that”\.?$/u);
  });

  it('asks the judge for undecided sentences alone, each once', async () => {
    const questions: string[][] = [];
    const judge = {
      settings: {},
      judge: async (claims: readonly { text: string }[]): Promise<Verdict[]> => {
        questions.push(claims.map(({ text }) => text));
        return claims.map(() => 'supported');
      },
    };
    const vague = cited('A quiet unit belongs where nobody sleeps, as seasoned acousticians know.');
    const { asked, support } = await check(articleOf(paragraph(RIGHT, vague, WRONG)), [], {
      judge,
    });
    const told = questions.flat();
    expect(told).toContain(vague.text);
    expect(told).not.toContain(WRONG.text);
    expect(new Set(told).size).toBe(told.length);
    expect(asked[0]?.problems.some(({ message }) => message.includes('acousticians'))).toBe(false);
    expect(support.removed).toBe(1);
  });
});

describe('requireSupport', () => {
  it('refuses what is below the bar, with the worst sentences and what to do', async () => {
    const checked = await check(articleOf(paragraph(RIGHT, WRONG)), []);
    expect(() => requireSupport('heat pump', checked, 0.5)).not.toThrow();
    expect(() => requireSupport('heat pump', checked, 0.9)).toThrow(
      expect.objectContaining({
        code: 'SUPPORT_TOO_LOW',
        message: expect.stringMatching(/^66 % of the sentences .* at least 90 % .*50 years/su),
        suggestions: expect.arrayContaining([expect.stringContaining('--min-support')]),
      }),
    );
  });

  it('refuses an article of which nothing is left, whatever the bar', async () => {
    const draft = { ...articleOf(paragraph(WRONG)), introduction: [] };
    const checked = await check(draft, []);
    expect(() => requireSupport('heat pump', checked, 0)).toThrow(/nothing is left to publish/u);
  });
});
