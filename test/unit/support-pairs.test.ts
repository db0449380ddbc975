import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const FAULTS = ['number', 'unit', 'date', 'name', 'negation', 'direction', 'detail', 'source'];
const LABELS = ['faithful-copy', 'faithful-paraphrase', ...FAULTS];

const Half = z.strictObject({
  passages: z.array(z.strictObject({ id: z.string(), title: z.string(), text: z.string() })),
  pairs: z.array(
    z.strictObject({
      id: z.string(),
      passage: z.string(),
      claim: z.string(),
      label: z.enum(LABELS),
    }),
  ),
});

function readHalf(name: string) {
  const file = new URL(`../../bench/support/pairs/${name}.json`, import.meta.url);
  const { passages, pairs } = Half.parse(JSON.parse(readFileSync(file, 'utf8')));
  const texts = new Map(passages.map(({ id, text }) => [id, plain(text)]));
  return {
    passages,
    pairs: pairs.map((pair) => ({
      ...pair,
      claim: plain(pair.claim),
      told: texts.get(pair.passage),
    })),
  };
}

/** The words of a text with spaces about each; what is only a way of writing (1,200 and 1200, % and percent) is made equal. */
function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/(\d)[.,](?=\d{3}(?!\d))/gu, '$1')
    .replaceAll(/\s?%/gu, ' percent')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return ` ${words.join(' ')} `;
}

const wordsOf = (text: string): string[] => text.trim().split(' ');
const isFaithful = ({ label }: { label: string }): boolean => label.startsWith('faithful-');
const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);
const repeated = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

const tuning = readHalf('tuning');
const heldAside = readHalf('held-aside');

const share = ({ pairs }: typeof tuning, label: string): number =>
  pairs.filter((pair) => pair.label === label).length / pairs.length;

describe.each([
  { name: 'tuning', half: tuning, idShape: /^t\d{3}$/u },
  { name: 'held-aside', half: heldAside, idShape: /^h\d{3}$/u },
])('the $name half of the support pairs', ({ half: { passages, pairs }, idShape }) => {
  const labelled = (label: string) => pairs.filter((pair) => pair.label === label);

  it.each([
    ['faithful-copy', 35],
    ['faithful-paraphrase', 85],
    ...FAULTS.map((fault): [string, number] => [fault, 14]),
  ])('holds enough pairs labelled %s', (label, least) => {
    expect(labelled(label).length).toBeGreaterThanOrEqual(least);
  });

  it('holds at least 235 pairs, each under an id of its own', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(235);
    expect(idsOf(pairs).filter((id) => !idShape.test(id))).toEqual([]);
    expect(repeated(idsOf(pairs))).toEqual([]);
  });

  it('has at least 22 passages of 60 to 150 words', () => {
    expect(passages.length).toBeGreaterThanOrEqual(22);
    expect(repeated(idsOf(passages))).toEqual([]);
    const wrong = passages.filter(({ text }) => {
      const length = text.split(/\s+/u).length;
      return length < 60 || length > 150;
    });
    expect(idsOf(wrong)).toEqual([]);
  });

  it('cites only passages that are there, and each of them', () => {
    expect(idsOf(pairs.filter(({ told }) => told === undefined))).toEqual([]);
    const cited = new Set(pairs.map(({ passage }) => passage));
    expect(idsOf(passages.filter(({ id }) => !cited.has(id)))).toEqual([]);
  });

  it('copies only words that stand in the passage', () => {
    const strange = labelled('faithful-copy').filter(({ claim, told = '' }) =>
      wordsOf(claim).some((word) => !told.includes(` ${word} `)),
    );
    expect(idsOf(strange)).toEqual([]);
  });

  it('has the passage tell no paraphrase and no fault word for word', () => {
    const told = pairs.filter(
      (pair) => pair.label !== 'faithful-copy' && pair.told?.includes(pair.claim) === true,
    );
    expect(idsOf(told)).toEqual([]);
  });

  it('labels a claim once for a passage', () => {
    expect(repeated(pairs.map(({ passage, claim }) => passage + claim))).toEqual([]);
  });

  it('has no fault that equals a faithful claim, but where the source is the fault', () => {
    const faithful = new Set(pairs.filter(isFaithful).map(({ claim }) => claim));
    const equal = pairs.filter(
      (pair) => !isFaithful(pair) && pair.label !== 'source' && faithful.has(pair.claim),
    );
    expect(idsOf(equal)).toEqual([]);
  });

  it('mixes short and long claims', () => {
    const lengths = pairs.map(({ claim }) => wordsOf(claim).length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(44);
    expect(lengths.filter((length) => length <= 12).length).toBeGreaterThan(50);
    expect(lengths.filter((length) => length >= 20).length).toBeGreaterThan(30);
  });
});

describe('the two halves of the support pairs', () => {
  it('share no passage', () => {
    const known = new Set(tuning.passages.flatMap(({ id, title, text }) => [id, title, text]));
    const shared = heldAside.passages.filter(({ id, title, text }) =>
      [id, title, text].some((part) => known.has(part)),
    );
    expect(idsOf(shared)).toEqual([]);
  });

  it('share no claim', () => {
    const known = new Set(tuning.pairs.map(({ claim }) => claim));
    expect(idsOf(heldAside.pairs.filter(({ claim }) => known.has(claim)))).toEqual([]);
  });

  it('hold about as much of each label', () => {
    const apart = LABELS.filter(
      (label) => Math.abs(share(tuning, label) - share(heldAside, label)) > 0.03,
    );
    expect(apart).toEqual([]);
  });
});
