import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../src/extraction/candidates/find-candidates.ts';
import { styleOf } from '../../../src/extraction/candidates/text-style.ts';
import type { ScalarType } from '../../../src/extraction/field.ts';

const found = (type: ScalarType, text: string, language?: string) =>
  findCandidates(type, text, styleOf(text, language));
const values = (type: ScalarType, text: string, language?: string) =>
  found(type, text, language).map(({ value }) => value);

describe('phone numbers', () => {
  it.each([
    ['+49 30 1234567', '+49301234567'],
    ['+49 (0)30 123 45 67', '+49301234567'],
    ['+49 (0) 30 / 123 45 67', '+49301234567'],
    ['+49-30-1234567', '+49301234567'],
    ['+49.30.1234567', '+49301234567'],
    ['0049 30 1234567', '+49301234567'],
    ['+44 20 7946 0958', '+442079460958'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+33 1 23 45 67 89', '+33123456789'],
    ['+1 (555) 234-5678', '+15552345678'],
    ['+1 555 234 5678', '+15552345678'],
    ['+15552345678', '+15552345678'],
    ['+41 44 668 18 00', '+41446681800'],
    ['030 1234567', '0301234567'],
    ['030/1234567', '0301234567'],
    ['(030) 1234567', '0301234567'],
    ['030 - 123 45 67', '0301234567'],
    ['0171 1234567', '01711234567'],
    ['01 23 45 67 89', '0123456789'],
    ['01.23.45.67.89', '0123456789'],
    ['020 7946 0958', '02079460958'],
    ['(020) 7946 0958', '02079460958'],
    ['(555) 234-5678', '5552345678'],
    ['555-234-5678', '5552345678'],
    ['555.234.5678', '5552345678'],
    ['1-800-234-5678', '18002345678'],
    ['(555) 234-5678 ext. 12', '5552345678;ext=12'],
    ['+1 555 234 5678 x99', '+15552345678;ext=99'],
    ['Tel: 2345678', '2345678'],
    ['Tel.: 030 1234567', '0301234567'],
    ['Phone: 555-0100', '5550100'],
  ])('%j is %s', (text, expected) => {
    expect(values('phone', text)).toEqual([expected]);
  });

  it.each([
    '2025-03-09',
    '09.03.2025',
    'DE89 3704 0044 0532 0130 00',
    'DE136695976',
    'Invoice number: 030 1234567',
    'Order no. 555-234-5678',
    'SIRET : 404 833 048 00022',
    'EAN 4006381333931',
    '1,299.00 EUR',
    '1 299 000 EUR',
    '12345',
    '3.14159265',
    '978-3-16-148410-0',
    '4006381333931',
    '10115 Berlin',
    '14:30 - 16:00',
    '192.168.0.1',
  ])('%j is none', (text) => {
    expect(values('phone', text)).toEqual([]);
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['info@example.com', 'info@example.com'],
    ['Write to Jane.Doe+news@Sub.Example.CO.UK.', 'Jane.Doe+news@sub.example.co.uk'],
    ['<jane@example.com>', 'jane@example.com'],
    ['mailto:jane@example.com', 'jane@example.com'],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['jürgen@müller.de', 'jürgen@müller.de'],
    ['(jane_doe@x-y.io)', 'jane_doe@x-y.io'],
  ])('%j is %s', (text, expected) => {
    expect(values('email', text)).toEqual([expected]);
  });
  it.each([
    '@example.com',
    'jane@localhost',
    'a@b',
    'jane..doe@example.com',
    'jane@example..com',
    'x @ y.com',
  ])('%j is none', (text) => expect(values('email', text)).toEqual([]));
});

describe('web addresses', () => {
  it.each([
    ['https://example.com', 'https://example.com'],
    ['see https://example.com/a?b=c#d.', 'https://example.com/a?b=c#d'],
    ['(http://example.com/a_(b))', 'http://example.com/a_(b)'],
    ['(http://example.com/a)', 'http://example.com/a'],
    ['www.example.com', 'https://www.example.com'],
    ['example.com', 'https://example.com'],
    ['muster-gmbh.de/kontakt', 'https://muster-gmbh.de/kontakt'],
    ['“https://example.com/x”', 'https://example.com/x'],
  ])('%j is %s', (text, expected) => {
    expect(values('url', text)).toEqual([expected]);
  });
  it.each([
    'info@example.com',
    'readme.md',
    'e.g. this',
    '1.2.3',
    'https://',
    'U.S. dollars',
    'index.html',
  ])('%j is none', (text) => expect(values('url', text)).toEqual([]));
});

describe('IBANs', () => {
  it.each([
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['IBAN: GB29 NWBK 6016 1331 9268 19', 'GB29NWBK60161331926819'],
    ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
    ['CH93 0076 2011 6238 5295 7', 'CH9300762011623852957'],
    ['AT61 1904 3002 3457 3201', 'AT611904300234573201'],
    ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
    ['BE68 5390 0754 7034', 'BE68539007547034'],
    ['ES91 2100 0418 4502 0005 1332', 'ES9121000418450200051332'],
    ['IT60 X054 2811 1010 0000 0123 456', 'IT60X0542811101000000123456'],
    ['NO93 8601 1117 947', 'NO9386011117947'],
    ['DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX', 'DE89370400440532013000'],
  ])('%j is %s', (text, expected) => {
    expect(values('iban', text)).toEqual([expected]);
    expect(found('iban', text)[0]).not.toHaveProperty('problem');
  });
  it('says when check digits are wrong', () => {
    expect(found('iban', 'DE88 3704 0044 0532 0130 00')).toMatchObject([
      { problem: '“DE88 3704 0044 0532 0130 00” is no valid IBAN: its check digits are wrong' },
    ]);
  });
  it.each([
    'DE89 3704',
    'XX89 3704 0044 0532 0130 00',
    'GB29 is a road',
    'DE893704004405320130001',
  ])('%j is none', (text) => expect(values('iban', text)).toEqual([]));
});

describe('VAT numbers', () => {
  it.each([
    ['DE136695976', 'DE136695976'],
    ['DE 136 695 976', 'DE136695976'],
    ['ATU13585627', 'ATU13585627'],
    ['BE0428759497', 'BE0428759497'],
    ['BE 0428.759.497', 'BE0428759497'],
    ['CHE-116.281.710 MWST', 'CHE116281710'],
    ['FR83404833048', 'FR83404833048'],
    ['FR 83 404 833 048', 'FR83404833048'],
    ['GB980780684', 'GB980780684'],
    ['GB 980 7806 84', 'GB980780684'],
    ['IT00743110157', 'IT00743110157'],
    ['NL004495445B01', 'NL004495445B01'],
    ['PL8567346215', 'PL8567346215'],
    ['PT501964843', 'PT501964843'],
    ['SE556188840401', 'SE556188840401'],
    ['DK13585628', 'DK13585628'],
    ['FI20774740', 'FI20774740'],
    ['LU15027442', 'LU15027442'],
    ['SI50223054', 'SI50223054'],
    ['ESX9876543Z', 'ESX9876543Z'],
    ['IE6433435F', 'IE6433435F'],
    ['EL094259216', 'EL094259216'],
  ])('%j is %s', (text, expected) => {
    expect(found('vat', text)).toMatchObject([{ value: expected }]);
    expect(found('vat', text)[0]).not.toHaveProperty('problem');
  });
  it.each([
    'DE136695977',
    'GB123456789',
    'FR84404833048',
    'IT00743110158',
    'PL8567346216',
    'CHE-116.281.711',
  ])('%j has a wrong check digit', (text) => {
    expect(found('vat', text)).toMatchObject([
      { problem: expect.stringContaining('check digit is wrong') },
    ]);
  });
  it.each(['DE12345', 'SEPA 2025', 'ITEM 12345678901', 'DE89370400440532013000', 'ES is 12345678'])(
    '%j is none',
    (text) => expect(values('vat', text)).toEqual([]),
  );
});

describe('percentages', () => {
  it.each<[string, number]>([
    ['19 %', 19],
    ['19%', 19],
    ['19,5 %', 19.5],
    ['8.25%', 8.25],
    ['-3 %', -3],
    ['−0,5 %', -0.5],
    ['7 percent', 7],
    ['7 per cent', 7],
    ['7 Prozent', 7],
    ['7 pour cent', 7],
    ['7 por ciento', 7],
    ['12.500 %', 12.5],
    ['4 v. H.', 4],
  ])('%j is %d', (text, expected) => {
    expect(values('percentage', text)).toEqual([expected]);
  });
  it('is the end of a range, too', () => {
    expect(values('percentage', '10–20 %')).toEqual([20]);
  });
});
