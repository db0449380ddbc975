import { describe, expect, it } from 'vitest';
import { longDate, openGraphLocale, textDirection } from '../../../src/output/language.ts';
import { phrasesOf } from '../../../src/output/phrases.ts';
import { quoted } from '../../../src/output/quoted.ts';
import { supportLine } from '../../../src/output/support-line.ts';
import { sampleSupport } from './sample.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja', 'zh', 'ar'];

describe('phrasesOf', () => {
  it.each(LANGUAGES)('has every phrase in %s, none of them English but by chance', (language) => {
    const [own, english] = [phrasesOf(language), phrasesOf('en')];
    expect(Object.keys(own)).toEqual(Object.keys(english));
    const phrases = [own.unsupported, own.contradicted, own.support, own.articles];
    for (const phrase of phrases) expect(phrase.trim()).not.toBe('');
    const copied = phrases.filter((phrase) => Object.values(english).includes(phrase));
    expect(copied).toEqual(language === 'en' ? phrases : []);
    expect(own.writtenByModel).toContain('{model}');
  });

  it.each(LANGUAGES)('tells the support in %s with both numbers', (language) => {
    const line = supportLine(sampleSupport, language);
    expect(line).toContain('38');
    expect(line).toContain('39');
    expect(line).not.toMatch(/[{}]/);
  });
});

it.each([
  ['en', '“tea”'],
  ['de', '„tea“'],
  ['fr', '«\u00A0tea\u00A0»'],
  ['ja', '「tea」'],
])('puts words in the quotation marks of %s', (language, words) => {
  expect(quoted('tea', language, 100)).toBe(words);
});

it('cuts long words inside the marks', () => {
  expect(quoted('one two three four', 'en', 12)).toBe('“one two…”');
});

it.each([
  ['de', '22. November 2026', 'de_DE', 'ltr'],
  ['pt', '22 de novembro de 2026', 'pt_BR', 'ltr'],
  ['ja', '2026年11月22日', 'ja_JP', 'ltr'],
  ['zh', '2026年11月22日', 'zh_CN', 'ltr'],
  ['ar', '22 نوفمبر 2026', 'ar_EG', 'rtl'],
  ['und', 'November 22, 2026', 'en_US', 'ltr'],
])('dates, places and turns %s', (language, date, locale, direction) => {
  expect(longDate('2026-11-22T23:59:00.000Z', language).replaceAll('\u200F', '')).toBe(date);
  expect(openGraphLocale(language)).toBe(locale);
  expect(textDirection(language)).toBe(direction);
});
