import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../src/extraction/candidates/find-candidates.ts';
import { styleOf } from '../../../src/extraction/candidates/text-style.ts';
import { moneyText, readMoney } from '../../../src/extraction/money.ts';

const moneyOf = (text: string, language?: string) =>
  findCandidates('money', text, styleOf(text, language));

describe('money with its currency', () => {
  it.each<[string, string, string?]>([
    ['€1,299.00', '1299.00 EUR'],
    ['€ 1,299.00', '1299.00 EUR'],
    ['1,299.00 €', '1299.00 EUR'],
    ['1.299,00 €', '1299.00 EUR'],
    ['1.299,00€', '1299.00 EUR'],
    ['EUR 1.299,00', '1299.00 EUR'],
    ['1 299,00 €', '1299.00 EUR'],
    ['1\u00a0299,00\u00a0€', '1299.00 EUR'],
    ['1\u202f299,00 €', '1299.00 EUR'],
    ['12 345 678,90 €', '12345678.90 EUR'],
    ['1.299 €', '1299.00 EUR'],
    ['1,299 EUR', '1299.00 EUR'],
    ['1299 EUR', '1299.00 EUR'],
    ['1299,5 EUR', '1299.50 EUR'],
    ['0,125 €', '0.125 EUR'],
    ['0.99 €', '0.99 EUR'],
    ['1.234.567,89 EUR', '1234567.89 EUR'],
    ['1,234,567.89 USD', '1234567.89 USD'],
    ['1.299,- €', '1299.00 EUR'],
    ['49,– €', '49.00 EUR'],
    ["CHF 1'299.95", '1299.95 CHF'],
    ['CHF 1’299.–', '1299.00 CHF'],
    ['Fr. 49.90', '49.90 CHF'],
    ['49.90 Franken', '49.90 CHF'],
    ['$1,299.00', '1299.00 USD'],
    ['US$ 1,299.00', '1299.00 USD'],
    ['C$49.99', '49.99 CAD'],
    ['A$ 49.99', '49.99 AUD'],
    ['NZ$5', '5.00 NZD'],
    ['R$ 1.299,00', '1299.00 BRL'],
    ['£49.99', '49.99 GBP'],
    ['49 pounds', '49.00 GBP'],
    ['¥12,000', '12000 JPY'],
    ['12,000円', '12000 JPY'],
    ['₹1,50,000.50', '150000.50 INR'],
    ['₹ 150,000', '150000.00 INR'],
    ['499 zł', '499.00 PLN'],
    ['1 299 Kč', '1299.00 CZK'],
    ['SEK 1 299,00', '1299.00 SEK'],
    ['1 299 kr', '1299.00 SEK', 'sv'],
    ['1.299 kr.', '1299.00 DKK', 'da'],
    ['1.234 KWD', '1.234 KWD', 'en'],
    ['-€5.00', '-5.00 EUR'],
    ['€ -5.00', '-5.00 EUR'],
    ['−5,00 €', '-5.00 EUR'],
    ['($1,299.00)', '-1299.00 USD'],
    ['(1,299.00 USD)', '-1299.00 USD'],
    ['(about $5.00)', '5.00 USD'],
    ['$1.5 million', '1500000.00 USD'],
    ['2,5 Mio. €', '2500000.00 EUR'],
    ['1.250 million USD', '1250000.00 USD'],
    ['$3bn', '3000000000.00 USD'],
    ['$12k', '12000.00 USD'],
    ['3 Mrd. Euro', '3000000000.00 EUR'],
    ['25 thousand euros', '25000.00 EUR'],
    ['300 US dollars', '300.00 USD'],
    ['12 Euro', '12.00 EUR'],
    ['2 500.00 EUR', '500.00 EUR'],
    ['3 x 19,99 €', '19.99 EUR'],
    ['8 April 2025 $5.00', '5.00 USD'],
  ])('%j is %s', (text, expected, language) => {
    const found = moneyOf(text, language);
    expect(found.map(({ value }) => value)).toEqual(expected === '' ? [] : [expected]);
    for (const { start, end } of found) expect(text.slice(start, end)).not.toMatch(/^\s|\s$/u);
  });

  it.each([
    '1299',
    '19 %',
    'GP-3000',
    'EUROPE 2000',
    'Eurowings 5',
    '12 krill',
    '5 Ftx',
    'USDA 12',
    'page 5',
  ])('%j is no money', (text) => {
    expect(moneyOf(text)).toEqual([]);
  });

  it('keeps both ends of a range', () => {
    expect(moneyOf('10 € – 20 €').map(({ value }) => value)).toEqual(['10.00 EUR', '20.00 EUR']);
    expect(moneyOf('€10–€20').map(({ value }) => value)).toEqual(['10.00 EUR', '20.00 EUR']);
  });

  it('takes the dollar for another one where the text names one alone', () => {
    expect(moneyOf('All amounts in CAD. Total: $5.00').map(({ value }) => value)).toContain(
      '5.00 CAD',
    );
    expect(moneyOf('CAD and AUD. Total: $5.00').map(({ value }) => value)).toContain('5.00 USD');
  });

  it('says when a sign stands for several currencies', () => {
    expect(moneyOf('1 299 kr', 'en')).toMatchObject([
      { value: '1299.00', warning: '“kr” is the sign of several currencies' },
    ]);
  });

  it('has one form in the output, which is read back', () => {
    const values = ['1299.00 EUR', '-5.00', '0.125 USD', '12000 JPY'];
    expect(values.map((value) => moneyText(readMoney(value) ?? { amount: '' }))).toEqual(values);
    expect(readMoney('1,299.00 EUR')).toBeUndefined();
    expect(readMoney('EUR 5')).toBeUndefined();
  });
});
