import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../src/extraction/candidates/find-candidates.ts';
import { styleOf } from '../../../src/extraction/candidates/text-style.ts';

const datesOf = (text: string, language?: string) =>
  findCandidates('date', text, styleOf(text, language));

describe('dates in many forms', () => {
  it.each<[string, string, string?]>([
    ['2025-03-09', '2025-03-09'],
    ['issued 2025-3-9.', '2025-03-09'],
    ['2025/03/09', '2025-03-09'],
    ['2025.03.09', '2025-03-09'],
    ['2025-03-09T14:30:00Z', '2025-03-09'],
    ['9.3.25', '2025-03-09', 'de'],
    ['9 March 2025', '2025-03-09'],
    ['09 March 2025', '2025-03-09'],
    ['9th March 2025', '2025-03-09'],
    ['9th of March 2025', '2025-03-09'],
    ['9th of March, 2025', '2025-03-09'],
    ['the 1st of May, 2025', '2025-05-01'],
    ['2nd June 2025', '2025-06-02'],
    ['3rd July 2025', '2025-07-03'],
    ['Sunday, 9 March 2025', '2025-03-09'],
    ['March 9, 2025', '2025-03-09'],
    ['March 9th, 2025', '2025-03-09'],
    ['March 9 2025', '2025-03-09'],
    ['Mar 9, 2025', '2025-03-09'],
    ['Mar. 9, 2025', '2025-03-09'],
    ['Sept. 30, 2024', '2024-09-30'],
    ['SEPTEMBER 30, 2024', '2024-09-30'],
    ['Dec 31, 1999', '1999-12-31'],
    ['9-Mar-2025', '2025-03-09'],
    ['09-MAR-25', '2025-03-09'],
    ['9/Mar/2025', '2025-03-09'],
    ["9 Mar '25", '2025-03-09'],
    ['9 Mar. 2025', '2025-03-09'],
    ['9\u00a0March\u00a02025', '2025-03-09'],
    ['9\nMarch 2025', '2025-03-09'],
    ['09.03.2025', '2025-03-09', 'de'],
    ['9.3.2025', '2025-03-09', 'de'],
    ['9. 3. 2025', '2025-03-09', 'de'],
    ['09.03.25', '2025-03-09', 'de'],
    ['31.12.99', '1999-12-31', 'de'],
    ['9. März 2025', '2025-03-09', 'de'],
    ['9.März 2025', '2025-03-09', 'de'],
    ['09. Mrz 2025', '2025-03-09', 'de'],
    ['1. Jänner 2025', '2025-01-01', 'de'],
    ['Berlin, den 3. Oktober 2025', '2025-10-03', 'de'],
    ['24. Dez. 2025', '2025-12-24', 'de'],
    ['5. Mai 2025', '2025-05-05', 'de'],
    ['vom 01.02.2025 an', '2025-02-01', 'de'],
    ['9 mars 2025', '2025-03-09', 'fr'],
    ['le 1er mars 2025', '2025-03-01', 'fr'],
    ['1er janv. 2025', '2025-01-01', 'fr'],
    ['14 juillet 2025', '2025-07-14', 'fr'],
    ['14 juil. 2025', '2025-07-14', 'fr'],
    ['31 août 2025', '2025-08-31', 'fr'],
    ['25 déc. 2025', '2025-12-25', 'fr'],
    ['09/03/2025', '2025-03-09', 'fr'],
    ['9 de marzo de 2025', '2025-03-09', 'es'],
    ['9 de septiembre del 2025', '2025-09-09', 'es'],
    ['1 enero 2025', '2025-01-01', 'es'],
    ['12 de ago. de 2025', '2025-08-12', 'es'],
    ['9 gennaio 2025', '2025-01-09', 'it'],
    ['9 maart 2025', '2025-03-09', 'nl'],
    ['9 de março de 2025', '2025-03-09', 'pt'],
    ['9 maja 2025', '2025-05-09', 'pl'],
    ['2025年3月9日', '2025-03-09', 'ja'],
    ['2025년 3월 9일', '2025-03-09', 'ko'],
    ['9/3/2025', '2025-03-09', 'en-GB'],
    ['9/3/2025', '2025-09-03', 'en-US'],
    ['3/25/2025', '2025-03-25'],
    ['25/3/2025', '2025-03-25'],
    ['03-09-2025', '2025-09-03', 'nl'],
    ['3/9/25', '2025-03-09', 'en-US'],
    ['29.02.2024', '2024-02-29', 'de'],
  ])('%j is %s', (text, expected, language) => {
    const found = datesOf(text, language);
    expect(found.map(({ value }) => value)).toEqual(expected === '' ? [] : [expected]);
    for (const { start, end } of found) expect(text.slice(start, end)).not.toMatch(/^\s|\s$/u);
  });

  it.each<[string, string]>([
    ['March 2025', '2025-03'],
    ['im März 2025', '2025-03'],
    ['en mars 2025', '2025-03'],
    ['marzo de 2025', '2025-03'],
    ['valid to 03/2027', '2027-03'],
  ])('%j is a month, for want of a day', (text, expected) => {
    expect(datesOf(text)).toMatchObject([{ value: expected, isPartial: true }]);
  });

  it.each([
    '30.02.2025',
    '29.02.2025',
    '31/31/2025',
    '2025-13-01',
    '2025-00-10',
    'version 1.2.2025.4',
    '1.2.3.4',
    '192.168.10.20',
    'chapter 9.3.20',
    'ISBN 978-3-16-148410-0',
    'GP-2025-03',
    'Page 9 of 2025',
    '9 people 2025',
    '12/24/2025/7',
    'may 2025 people',
    '1234567-12-12',
    '14:30:00',
  ])('%j holds no whole date', (text) => {
    expect(datesOf(text).filter(({ isPartial }) => isPartial !== true)).toEqual([]);
  });

  it('asks the text itself whether the day stands first', () => {
    const first = datesOf('from 9/3/2025 to 25/3/2025', 'en');
    expect(first).toMatchObject([{ value: '2025-03-09' }, { value: '2025-03-25' }]);
    const second = datesOf('from 9/3/2025 to 9/30/2025', 'en');
    expect(second).toMatchObject([{ value: '2025-09-03' }, { value: '2025-09-30' }]);
    for (const { warning } of [...first, ...second]) expect(warning).toBeUndefined();
  });

  it('warns where nothing says which is meant', () => {
    expect(datesOf('Date: 9/3/2025, Total: $5.00', 'en')).toMatchObject([
      { value: '2025-09-03', warning: expect.stringContaining('may mean 2025-03-09 too') },
    ]);
    expect(datesOf('Date: 9/3/2025, Total: £5.00')).toMatchObject([
      { value: '2025-03-09', warning: expect.stringContaining('with the day first') },
    ]);
    expect(datesOf('on 3/3/2025')[0]).not.toHaveProperty('warning');
  });

  it('reads times of day behind dates', () => {
    const timesOf = (text: string) =>
      findCandidates('date-time', text, styleOf(text, 'en-GB')).map(({ value }) => value);
    expect(timesOf('2025-03-09T14:30:05Z')).toEqual(['2025-03-09T14:30:05Z']);
    expect(timesOf('2025-03-09 14:30')).toEqual(['2025-03-09T14:30:00']);
    expect(timesOf('2025-03-09T14:30:00.123+0100')).toEqual(['2025-03-09T14:30:00+01:00']);
    expect(timesOf('9 March 2025 at 2:30 pm')).toEqual(['2025-03-09T14:30:00']);
    expect(timesOf('March 9, 2025, 12:05 a.m.')).toEqual(['2025-03-09T00:05:00']);
    expect(timesOf('09.03.2025, 14.30 Uhr')).toEqual(['2025-03-09T14:30:00']);
    expect(timesOf('9 mars 2025 à 14h30')).toEqual(['2025-03-09T14:30:00']);
    expect(timesOf('9/3/2025 25:61')).toEqual(['2025-03-09']);
    expect(timesOf('9 March 2025 12 people')).toEqual(['2025-03-09']);
  });
});
