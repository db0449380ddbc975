import { describe, expect, it } from 'vitest';
import type { Article, Citation, Paragraph } from '../../../../src/core/article.ts';
import type { Dossier } from '../../../../src/core/dossier.ts';
import { checkSupport } from '../../../../src/core/support/check-support.ts';
import { groundCitations } from '../../../../src/core/support/ground-citations.ts';
import { undecided } from '../../../../src/core/support/undecided.ts';

const texts = [
  'The pump costs 1,200 euros. It has a warranty of five years.',
  'The pump is louder than the boiler. Owners must clean its filter twice a year.',
];

const dossier = {
  sources: [
    {
      id: 's1',
      title: 'Heat pumps',
      author: 'Ines Okafor',
      passages: texts.map((text, index) => ({
        id: `s1p${index + 1}`,
        start: index * 1000,
        end: index * 1000 + text.length,
        text,
        score: 1,
      })),
    },
  ],
} as unknown as Dossier;

const first: Citation[] = [{ sourceId: 's1', passageId: 's1p1' }];
const second: Citation[] = [{ sourceId: 's1', passageId: 's1p2' }];

function paragraph(
  text: string,
  citations: readonly Citation[],
  kind: Paragraph['kind'] = 'text',
): Paragraph {
  return { kind, content: [{ text, citations }] };
}

function row(cells: readonly string[], citations: readonly Citation[] = []): Paragraph {
  return { kind: 'row', content: cells.map((text) => ({ text, citations })) };
}

function articleOf(parts: Partial<Article>): Article {
  return {
    title: 'Pumps',
    description: '',
    language: 'en',
    introduction: [],
    sections: [],
    faq: [],
    conclusion: [],
    writer: 'openai',
    ...parts,
  };
}

describe('checkSupport', () => {
  it('names the place of each sentence, in reading order', () => {
    const report = checkSupport(
      articleOf({
        introduction: [paragraph('The pump costs €1200. Its warranty is five years.', first)],
        sections: [
          { heading: 'Noise', paragraphs: [paragraph('It is quieter than the boiler.', second)] },
        ],
        faq: [
          { question: 'How often?', answer: [paragraph('Clean the filter twice a year.', second)] },
        ],
        conclusion: [paragraph('The pump costs 2,100 euros.', first)],
      }),
      dossier,
    );
    expect(
      report.sentences.map(({ place, run, sentence, verdict }) => [place, run, sentence, verdict]),
    ).toEqual([
      ['introduction.0', 0, 0, 'supported'],
      ['introduction.0', 0, 1, 'supported'],
      ['sections.0.paragraphs.0', 0, 0, 'contradicted'],
      ['faq.0.answer.0', 0, 0, 'supported'],
      ['conclusion.0', 0, 0, 'contradicted'],
    ]);
    expect(report.counts).toEqual({ supported: 3, partly: 0, unsupported: 0, contradicted: 2 });
    expect(report.score).toBeCloseTo(0.6);
  });

  it('knows who wrote the source', () => {
    const report = checkSupport(
      articleOf({
        introduction: [
          paragraph('The pump costs 1,200 euros, writes Ines Okafor.', first),
          paragraph('The pump costs 1,200 euros, writes Ina Ostrander.', first),
        ],
      }),
      dossier,
    );
    expect(report.sentences.map(({ verdict, fault }) => [verdict, fault])).toEqual([
      ['supported', undefined],
      ['unsupported', 'name'],
    ]);
  });

  it('reads a row of a table as one sentence, and leaves out a head row without sources', () => {
    const report = checkSupport(
      articleOf({
        introduction: [
          row(['Device', 'Price']),
          row(['Pump', '1,200 euros'], first),
          row(['Pump', '900 euros'], first),
        ],
      }),
      dossier,
    );
    expect(report.sentences.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['Pump, 1,200 euros', 'supported'],
      ['Pump, 900 euros', 'contradicted'],
    ]);
  });

  it('knows the head row of a table that opens a section behind another table', () => {
    const table = [row(['Device', 'Price']), row(['Pump', '1,200 euros'], first)];
    const report = checkSupport(
      articleOf({
        sections: [
          { heading: 'Prices', paragraphs: table },
          { heading: 'Prices again', paragraphs: table },
        ],
      }),
      dossier,
    );
    expect(report.sentences.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['Pump, 1,200 euros', 'supported'],
      ['Pump, 1,200 euros', 'supported'],
    ]);
  });

  it('does not support a sentence that cites nothing or an unknown source', () => {
    const report = checkSupport(
      articleOf({
        introduction: [
          paragraph('The pump costs 1,200 euros.', []),
          paragraph('The pump costs 1,200 euros.', [{ sourceId: 's9' }]),
        ],
      }),
      dossier,
    );
    expect(report.sentences.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['unsupported', 'No source is cited.'],
      ['unsupported', 'No source is cited.'],
    ]);
  });

  it('leaves out questions and pure transitions, and supports an article of nothing else', () => {
    const report = checkSupport(
      articleOf({
        introduction: [paragraph('What does it cost? Here is what you need to know.', [])],
      }),
      dossier,
    );
    expect(report.sentences).toEqual([]);
    expect(report.score).toBe(1);
  });

  it('gives a sentence of the source word for word the full score', () => {
    const report = checkSupport(
      articleOf({
        introduction: [
          paragraph('Owners must clean its filter twice a year.', [{ sourceId: 's1' }]),
        ],
      }),
      dossier,
    );
    expect(report.sentences[0]).toMatchObject({
      verdict: 'supported',
      score: 1,
      evidence: { passageId: 's1p2', start: 1000 + texts[1]!.indexOf('Owners') },
    });
  });
});

describe('groundCitations', () => {
  it('gives citations the words behind them, in their own source, and keeps words that they have', () => {
    const own: Citation = { sourceId: 's1', passageId: 's1p1', start: 3, end: 9 };
    const article = articleOf({
      introduction: [
        paragraph('The filter has to be cleaned twice a year.', [{ sourceId: 's1' }]),
        paragraph('The pump costs 1,200 euros.', [own]),
        paragraph('Cats sleep all day long.', [{ sourceId: 's9' }]),
      ],
    });
    const grounded = groundCitations(article, checkSupport(article, dossier), dossier);
    const start = 1000 + texts[1]!.indexOf('Owners');
    expect(grounded.introduction.map(({ content }) => content[0]?.citations)).toEqual([
      [{ sourceId: 's1', passageId: 's1p2', start, end: 1000 + texts[1]!.length }],
      [own],
      [{ sourceId: 's9' }],
    ]);
  });
});

describe('undecided', () => {
  it('asks only about what is not found, not about what is refuted or cites nothing', () => {
    const report = checkSupport(
      articleOf({
        introduction: [
          paragraph('The pump costs 2,100 euros.', first),
          paragraph('The pump costs 1,200 euros.', []),
          paragraph(
            'The pump is louder than the boiler, which most plumbers in Norway blame on cheap foreign fans.',
            second,
          ),
        ],
      }),
      dossier,
    );
    expect(undecided(report).map(({ place }) => place)).toEqual(['introduction.2']);
  });
});
