import { describe, expect, it } from 'vitest';
import type { Article, Paragraph } from '../../../src/core/article.ts';
import { settleDoubts } from '../../../src/core/settle-doubts.ts';
import type { SentenceSupport } from '../../../src/core/support.ts';

const paragraph = (kind: Paragraph['kind'], ...runs: string[]): Paragraph => ({
  kind,
  content: runs.map((text) => ({ text, citations: [{ sourceId: 's1' }] })),
});

const doubt = (
  place: string,
  run = 0,
  sentence = 0,
  verdict: SentenceSupport['verdict'] = 'unsupported',
) =>
  ({
    place,
    run,
    sentence,
    verdict,
    text: '',
    score: 0,
    reason: '',
    claims: [],
  }) satisfies SentenceSupport;

const article: Article = {
  title: 'T',
  description: 'D',
  language: 'en',
  introduction: [paragraph('text', 'It lasts 15 years. It sings.', 'It is quiet.')],
  sections: [
    { heading: 'One', paragraphs: [paragraph('text', 'All of this is made up.')] },
    {
      heading: 'Two',
      paragraphs: [paragraph('row', 'What', 'How much'), paragraph('row', 'Life', '15 years')],
    },
  ],
  faq: [{ question: 'Why?', answer: [paragraph('text', 'Because.')] }],
  conclusion: [],
  writer: 'openai',
};

describe('settleDoubts', () => {
  it('takes a sentence out of its run and leaves the others with their citations', () => {
    const { article: settled, removed } = settleDoubts(
      article,
      [doubt('introduction.0', 0, 1)],
      'remove',
    );
    expect(settled.introduction[0]?.content).toEqual([
      { text: 'It lasts 15 years.', citations: [{ sourceId: 's1' }] },
      { text: 'It is quiet.', citations: [{ sourceId: 's1' }] },
    ]);
    expect(removed).toBe(1);
  });

  it('takes sections, questions and tables with it that are left empty', () => {
    const doubts = [
      doubt('sections.0.paragraphs.0'),
      doubt('sections.1.paragraphs.1'),
      doubt('faq.0.answer.0'),
    ];
    const { article: settled } = settleDoubts(article, doubts, 'remove');
    expect(settled.sections).toEqual([]);
    expect(settled.faq).toEqual([]);
  });

  it('marks instead, and tells what is contradicted from what is not there', () => {
    const doubts = [
      doubt('introduction.0', 0, 1, 'contradicted'),
      doubt('sections.1.paragraphs.1'),
    ];
    const { article: settled, removed } = settleDoubts(article, doubts, 'mark');
    expect(settled.introduction[0]?.content.map((run) => [run.text, run.doubt])).toEqual([
      ['It lasts 15 years.', undefined],
      ['It sings.', 'contradicted'],
      ['It is quiet.', undefined],
    ]);
    expect(settled.sections[1]?.paragraphs[1]?.content.map((run) => run.doubt)).toEqual([
      'unsupported',
      'unsupported',
    ]);
    expect(removed).toBe(0);
  });

  it('leaves an article without doubts as it is', () => {
    expect(settleDoubts(article, [], 'remove').article).toEqual(article);
  });
});
