import { describe, expect, it } from 'vitest';
import {
  findSourceContradictions,
  type VoicedPassage,
} from '../../../../src/core/contradictions/find-source-contradictions.ts';

const options = { keyword: 'sourdough starter', language: 'en' };

function passages(...texts: readonly (string | [text: string, voice: number])[]): VoicedPassage[] {
  return texts.map((entry, index) => {
    const [text, voice] = typeof entry === 'string' ? [entry, index] : entry;
    const sourceId = `s${index + 1}`;
    return { sourceId, passageId: `${sourceId}p1`, voice, text, score: 1 - index / 100 };
  });
}

const TWELVE = 'A sourdough starter has to rest for 12 days before the first loaf.';
const FIVE = 'Before the first loaf, a sourdough starter has to rest for 5 days.';

describe('findSourceContradictions', () => {
  it('tells both sides, with their places and what each says', () => {
    const found = findSourceContradictions(
      passages(`Bread is old. ${TWELVE} It smells sour.`, FIVE),
      options,
    );
    expect(found).toEqual([
      {
        about: expect.stringContaining('sourdough starter'),
        kind: 'figure',
        passages: [
          { sourceId: 's1', passageId: 's1p1', text: TWELVE, says: '12 days' },
          { sourceId: 's2', passageId: 's2p1', text: FIVE, says: '5 days' },
        ],
      },
    ]);
  });

  it('leaves those of one voice alone', () => {
    expect(findSourceContradictions(passages([TWELVE, 0], [FIVE, 0]), options)).toEqual([]);
  });

  it('leaves passages alone that are not on the keyword', () => {
    const other = { ...options, keyword: 'beekeeping in winter' };
    expect(findSourceContradictions(passages(TWELVE, FIVE), other)).toEqual([]);
  });

  it('does not hold the samples of two studies against each other', () => {
    const samples = [
      'We study a sourdough starter. Data from 24 bakeries were collected between spring and autumn.',
      'A sourdough starter is examined. Data from 29 bakeries were collected between spring and autumn.',
    ];
    expect(findSourceContradictions(passages(...samples), options)).toHaveLength(1);
    const studies = passages(...samples).map((passage) => ({ ...passage, isStudy: true }));
    expect(findSourceContradictions(studies, options)).toEqual([]);
    const claims = passages(TWELVE, FIVE).map((passage) => ({ ...passage, isStudy: true }));
    expect(findSourceContradictions(claims, options)).toHaveLength(1);
  });

  it('takes each sentence once', () => {
    const found = findSourceContradictions(passages(TWELVE, FIVE, FIVE), options);
    expect(found).toHaveLength(1);
  });

  it('tells at most ten, of the best passages, in bounded time', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      index % 2 === 0
        ? `The sourdough starter of house ${String.fromCharCode(97 + (index % 26))}lma takes ${index + 1} days to rise.`
        : `The sourdough starter of house ${String.fromCharCode(97 + (index % 26))}lma takes ${(index + 1) * 30} hours to rise.`,
    );
    expect(findSourceContradictions(passages(...many), options).length).toBeLessThanOrEqual(10);
  });

  it('does not compare rows of tables, headings and questions', () => {
    const found = findSourceContradictions(
      passages(
        '# A sourdough starter has to rest for 12 days\n\n| A sourdough starter has to rest for 12 days | x |',
        FIVE,
        'Does a sourdough starter have to rest for 12 days before the first loaf?',
      ),
      options,
    );
    expect(found).toEqual([]);
  });
});
