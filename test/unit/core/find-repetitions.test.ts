import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../src/core/article.ts';
import { findRepetitions } from '../../../src/core/find-repetitions.ts';

const text = (...runs: string[]): Paragraph => ({
  kind: 'text',
  content: runs.map((run) => ({ text: run, citations: [] })),
});

interface Parts {
  introduction?: Paragraph[];
  sections?: Paragraph[][];
  faq?: Paragraph[][];
  conclusion?: Paragraph[];
  language?: string;
}

function find({
  introduction = [],
  sections = [],
  faq = [],
  conclusion = [],
  language = 'en',
}: Parts) {
  return findRepetitions({
    language,
    introduction,
    sections: sections.map((paragraphs, index) => ({ heading: `Section ${index}`, paragraphs })),
    faq: faq.map((answer, index) => ({ question: `Question ${index}?`, answer })),
    conclusion,
  });
}

const SAID = 'Turning the heap every two weeks lets fresh air into the compost.';
const AGAIN = 'Fresh air is let into the compost by turning the heaps every two weeks.';
const OTHER = 'Meat, bones and cooked leftovers attract rats to an open heap.';

describe('repetitions', () => {
  it('are sentences with nearly the same words, in whatever order and form', () => {
    expect(
      find({ sections: [[text(OTHER, SAID)], [text(OTHER.replace('rats', 'mice')), text(AGAIN)]] }),
    ).toEqual([
      {
        part: 'sections.1',
        paragraph: 0,
        run: 0,
        text: OTHER.replace('rats', 'mice'),
        of: 'sections.0',
        message: expect.stringContaining('repeats what another part says'),
      },
      {
        part: 'sections.1',
        paragraph: 1,
        run: 0,
        text: AGAIN,
        of: 'sections.0',
        message: `The sentence “${AGAIN}” repeats what another part says: leave it out or say something new.`,
      },
    ]);
  });

  it('are those of what is written later: introduction and conclusion come after the sections', () => {
    const parts = { introduction: [text(SAID)], faq: [[text(SAID)]], conclusion: [text(SAID)] };
    expect(
      find({ ...parts, sections: [[text(OTHER)], [text(SAID)]] }).map(({ part, of }) => [part, of]),
    ).toEqual([
      ['faq.0', 'sections.1'],
      ['introduction', 'sections.1'],
      ['conclusion', 'sections.1'],
    ]);
  });

  it('are found within one part and within one paragraph', () => {
    const found = find({ sections: [[text(SAID, OTHER, SAID), text(SAID)]] });
    expect(found.map(({ paragraph, run, of }) => [paragraph, run, of])).toEqual([
      [0, 2, 'sections.0'],
      [1, 0, 'sections.0'],
    ]);
  });

  it.each([
    [
      'other figures',
      'A heap of 1 cubic metre heats up within 3 days.',
      'A heap of 1 cubic metre heats up within 9 days.',
    ],
    ['too few telling words', 'Prices vary by region.', 'Prices vary by region.'],
    [
      'two other words of eight',
      SAID,
      'Turning the heap every two weeks lets warm steam into the compost.',
    ],
    ['half of the words', SAID, 'Turning the heap every two weeks keeps rats and flies away.'],
    [
      'much more beside',
      SAID,
      `${SAID.slice(0, -1)}, cools its core, mixes wet layers with dry ones and wakes sleepy microbes.`,
    ],
  ])('are none with %s', (_name, first, second) => {
    expect(find({ sections: [[text(first)], [text(second)]] })).toEqual([]);
  });

  it('are none in the rows of a table, which repeat words by nature', () => {
    const row: Paragraph = { ...text(SAID), kind: 'row' };
    expect(find({ sections: [[row, row], [text(SAID)]] })).toEqual([]);
  });

  it.each([
    [
      'de',
      'Wer den Haufen alle zwei Wochen umsetzt, lässt frische Luft in den Kompost.',
      'Frische Luft kommt in den Kompost, wenn man den Haufen alle zwei Wochen umsetzt.',
    ],
    [
      'ja',
      '堆肥は二週間ごとに切り返すと新鮮な空気が入ります。',
      '堆肥は二週間ごとに切り返すと新鮮な空気が入ります。',
    ],
  ])('are found in other languages: %s', (language, first, second) => {
    const found = find({ sections: [[text(first)], [text(second)]], language });
    expect(found.map(({ part }) => part)).toEqual(['sections.1']);
  });

  it('are none in an article without text', () => {
    expect(find({})).toEqual([]);
  });
});
