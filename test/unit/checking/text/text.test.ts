import { describe, expect, it } from 'vitest';
import {
  countEnglishSyllables,
  countGermanSyllables,
} from '../../../../src/checking/text/count-syllables.ts';
import { displayLength } from '../../../../src/checking/text/display-length.ts';
import {
  countKeyword,
  keywordCoverage,
  keywordTerms,
} from '../../../../src/checking/text/keyword-terms.ts';
import { readability } from '../../../../src/checking/text/readability.ts';

describe('countEnglishSyllables', () => {
  it.each([
    [1, 'the home heat pump make moved asked makes through scale whole eight'],
    [
      2,
      'table apple water wanted needed safely statement being going doesn’t didn’t science prism houses',
    ],
    [3, 'video radio various area idea usual poisonous'],
    [4, 'material obedient efficiency temperature environment composition'],
    [5, 'refrigerator university electricity'],
  ])('finds %i in each of: %s', (count, words) => {
    const wrong = words.split(' ').filter((word) => countEnglishSyllables(word) !== count);
    expect(wrong).toEqual([]);
  });
});

describe('countGermanSyllables', () => {
  it.each([
    ['Haus', 1],
    ['Wärmepumpe', 4],
    ['Heizkörper', 3],
    ['Energie', 3],
    ['Häuser', 2],
  ])('of %s', (word, count) => {
    expect(countGermanSyllables(word)).toBe(count);
  });
});

describe('readability', () => {
  const easy = Array.from({ length: 30 }, () => 'The cat sat on the mat.');
  const hard = Array.from(
    { length: 12 },
    () =>
      'Institutional considerations regarding environmental sustainability necessitate comprehensive interdisciplinary methodologies.',
  );

  it('computes the formula of Flesch', () => {
    // 6 words a sentence of one syllable each: 206.835 - 1.015 * 6 - 84.6.
    expect(readability(easy, 'en')?.score).toBeCloseTo(116.145, 3);
    expect(readability(hard, 'en-GB')).toMatchObject({
      formula: 'Flesch',
      level: 'very difficult',
    });
  });

  it('computes that of Amstad for German', () => {
    const sentences = Array.from({ length: 50 }, () => 'Der Hund ist da.');
    expect(readability(sentences, 'de')?.score).toBeCloseTo(180 - 4 - 58.5, 3);
  });

  it('computes LIX for other languages of letters', () => {
    const sentences = Array.from({ length: 30 }, () => 'Le chat dort toujours ici.');
    // 5 words a sentence, one of five with more than six letters.
    expect(readability(sentences, 'fr')?.score).toBeCloseTo(5 + 20, 3);
    const russian = Array.from({ length: 40 }, () => 'Отопление обеспечивает электричество.');
    expect(readability(russian, 'ru')).toMatchObject({ formula: 'LIX', level: 'very difficult' });
  });

  it('says nothing of short texts and of scripts that it cannot measure', () => {
    expect(readability(easy.slice(0, 10), 'en')).toBeUndefined();
    const repeat = (text: string) => Array.from({ length: 120 }, () => text);
    expect(readability(repeat('ヒートポンプは静かです。 とても。'), 'ja')).toBeUndefined();
    expect(readability(repeat('المضخة الحرارية هادئة جدا.'), 'ar')).toBeUndefined();
    expect(readability(repeat('히트펌프는 매우 조용합니다.'), 'ko')).toBeUndefined();
  });
});

describe('displayLength', () => {
  it.each([
    ['Heat pumps', 10],
    ['ヒートポンプ', 12],
    ['热泵 2', 6],
    ['한국어', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['🔥', 1],
  ])('of %j', (text, length) => {
    expect(displayLength(text)).toBe(length);
  });
});

describe('keyword terms', () => {
  const coverage = (keyword: string, text: string, language: string) => {
    const terms = keywordTerms(keyword, language);
    return terms === undefined ? undefined : keywordCoverage(terms, text);
  };
  const count = (keyword: string, text: string, language = 'en') => {
    const terms = keywordTerms(keyword, language);
    return terms === undefined ? undefined : countKeyword(terms, [text]);
  };

  it.each([
    ['how to prune apple trees', 'Pruning an Apple Tree', 'en', 1],
    ['heat pump noise', 'Heat pumps and their cost', 'en', 2 / 3],
    ['Wärmepumpe Kosten', 'Was kostet eine Wärmepumpe? Die Kosten', 'de', 1],
    ['Bäume schneiden', 'Einen Baum richtig schneiden', 'de', 1],
    ['pompes à chaleur', 'La pompe à chaleur', 'fr', 1],
    ['ヒートポンプの費用', 'ヒートポンプにかかる費用', 'ja', 1],
    ['热泵 费用', '热泵的价格', 'zh', 2 / 3],
    ['crème brûlée', 'creme brulee', 'fr', 1],
    ['to be or not to be', 'To be, or not to be', 'en', 1],
  ])('finds %j in %j', (keyword, text, language, share) => {
    expect(coverage(keyword, text, language)).toBeCloseTo(share, 5);
  });

  it('counts places where all words stand close together, each word once', () => {
    expect(
      count(
        'heat pump',
        'Heat pumps. The pump of the heat. A heat wave and, later on, far away, a pump.',
      ),
    ).toBe(2);
    expect(count('compost', 'Compost composts composted composting, composter.')).toBe(4);
    expect(count('heat pump', 'pump heat pump heat')).toBe(2);
    expect(count('費用', '費用と費用', 'ja')).toBe(2);
  });

  it('knows no terms of a keyword without words', () => {
    expect(keywordTerms('?!', 'en')).toBeUndefined();
  });
});
