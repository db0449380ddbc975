import { describe, expect, it } from 'vitest';
import { findCompetingByMeaning } from '../../../src/core/competing-by-meaning.ts';
import { createKeywordMeaning } from '../../../src/core/keyword-meaning.ts';

/** Angles in degrees: the cosine of a difference is how near two phrases are. */
const ANGLES: Readonly<Record<string, number>> = {
  'heat pump noise': 0,
  'heat pump noise level': 20,
  'noise level heat pumps': 20,
  'decibels warmth unit outside night': 25,
  'pump noise': 90,
  'decibels unit outside night': 95,
  'interest rates': 170,
  'mortgage rates': 165,
};

function open() {
  const asked: string[] = [];
  const meaning = createKeywordMeaning((phrases) => {
    asked.push(...phrases);
    return Promise.resolve(
      phrases.map((phrase) => {
        const angle = ANGLES[phrase];
        if (angle === undefined) return new Error('It knows no such phrase.');
        const radians = (angle / 180) * Math.PI;
        return Float32Array.of(Math.cos(radians), Math.sin(radians));
      }),
    );
  });
  return { meaning, asked };
}

describe('createKeywordMeaning', () => {
  it('finds additions by the whole and changes by what differs', async () => {
    const { meaning } = open();
    const others = [
      'heat pump noise level',
      'interest rates',
      'decibels of a warmth unit outside at night',
      'the noise of a heat pump',
      'unknown',
    ];
    const [alike = []] = await meaning.findAlike(['heat pump noise'], others);
    const likeness = new Map(alike.map((found) => [found.index, found.likeness]));
    expect(likeness.get(0)).toBeCloseTo(0.95, 2);
    expect(likeness.get(2)).toBeGreaterThan(0.99);
    expect(new Set(likeness.keys())).toEqual(new Set([0, 2]));
  });

  it('takes keywords of the same words for the same, and a name for another for different', async () => {
    const { meaning } = open();
    const [alike] = await meaning.findAlike(
      ['interest rates'],
      ['rates of interest', 'mortgage rates', 'Interest rates!'],
    );
    expect(alike).toEqual([{ index: 2, likeness: 1 }]);
  });

  it('embeds each phrase once, and again after a failure', async () => {
    const { meaning, asked } = open();
    await meaning.findAlike(['interest rates'], ['mortgage rates']);
    await meaning.findAlike(['mortgage rates'], ['interest rates', 'heat pump noise']);
    expect(asked).toEqual(['interest rates', 'mortgage rates', 'heat pump noise']);

    let isBroken = true;
    const broken = createKeywordMeaning((phrases) =>
      isBroken
        ? Promise.reject(new Error('No model.'))
        : Promise.resolve(phrases.map(() => Float32Array.of(1, 0))),
    );
    await expect(broken.findAlike(['compost'], ['heap'])).rejects.toThrow('No model.');
    isBroken = false;
    await expect(broken.findAlike(['compost'], ['compost'])).resolves.toEqual([
      [{ index: 0, likeness: 1 }],
    ]);
  });
});

describe('findCompetingByMeaning', () => {
  const entry = (keyword: string, language = 'en') => ({ keyword, language });

  it('adds to what words find, within clusters that have one leader', async () => {
    const { meaning } = open();
    const entries = [
      entry('heat pump noise'),
      entry('interest rates'),
      entry('heat pump noise level'),
      entry('the noise level of heat pumps'),
      entry('rates of interest'),
    ];
    expect(await findCompetingByMeaning(entries, meaning)).toEqual([
      { index: 2, leader: 0, likeness: expect.closeTo(0.95, 2) },
      { index: 3, leader: 0, likeness: 1 },
      { index: 4, leader: 1, likeness: 1 },
    ]);
  });

  it('compares other languages by words alone', async () => {
    const { meaning, asked } = open();
    const entries = [
      entry('heat pump noise', 'de'),
      entry('heat pump noise level at night', 'de'),
      entry('heat pump noise', 'de-AT'),
    ];
    expect(await findCompetingByMeaning(entries, meaning)).toEqual([
      { index: 2, leader: 0, likeness: 1 },
    ]);
    expect(asked).toEqual([]);
  });
});
