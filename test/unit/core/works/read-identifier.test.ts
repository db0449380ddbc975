import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIdentifier } from '../../../../src/core/works/read-identifier.ts';

describe('readIdentifier', () => {
  it.each([
    ['A5023888391', 'author', 'A5023888391'],
    ['a5023888391', 'author', 'A5023888391'],
    ['  I136199984\n', 'institution', 'I136199984'],
    ['W2741809807', 'work', 'W2741809807'],
    ['t10102', 'topic', 'T10102'],
    ['https://openalex.org/A5023888391', 'author', 'A5023888391'],
    ['http://openalex.org/authors/a5023888391', 'author', 'A5023888391'],
    ['https://openalex.org/works/w2741809807', 'work', 'W2741809807'],
    ['https://api.openalex.org/works/W2741809807', 'work', 'W2741809807'],
    ['HTTPS://OPENALEX.ORG/T10102', 'topic', 'T10102'],
    ['W9999999999999999', 'work', 'W9999999999999999'],
    ['10.7717/PeerJ.4375', 'doi', '10.7717/peerj.4375'],
    ['doi:10.7717/peerj.4375', 'doi', '10.7717/peerj.4375'],
    ['DOI: 10.7717/peerj.4375', 'doi', '10.7717/peerj.4375'],
    ['https://doi.org/10.7717/peerj.4375', 'doi', '10.7717/peerj.4375'],
    ['http://dx.doi.org/10.7717/peerj.4375', 'doi', '10.7717/peerj.4375'],
    ['10.1000.10/a/b/c', 'doi', '10.1000.10/a/b/c'],
    ['10.1000/a?b#c%20d', 'doi', '10.1000/a?b#c%20d'],
    ['https://doi.org/10.1000/A%3Fb%23c%2Fd', 'doi', '10.1000/a?b#c/d'],
    ['https://doi.org/10.1000/50%', 'doi', '10.1000/50%'],
    [
      'https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O',
      'doi',
      '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
    ],
  ])('reads %j', (text, kind, value) => {
    expect(readIdentifier(text)).toEqual({ kind, value });
  });

  it.each([
    '',
    ' ',
    'A',
    'A0',
    'A012',
    'A-5',
    'A1.5',
    'A1e9',
    'X123',
    'S4306400194',
    'A12345678901234567',
    'A１２３',
    'A5 A6',
    'A5\nA6',
    'A5|A6',
    'https://openalex.org/',
    'https://openalex.org.evil.example/A5',
    'https://evil.example/https://openalex.org/A5',
    'https://openalex.org/authors/x/A5',
    'ftp://openalex.org/A5',
    'javascript:A5',
    '10.7717',
    '10.7717/',
    '10.77/short-registrant',
    '10.7717/with space',
    '10.7717/a,b',
    '10.7717/a|10.7717/b',
    '10.7717/a\u0000b',
    '10.7717/a\uD83D',
    '10.7717/a\u202Eb',
    'https://doi.org/10.7717/a%2Cb',
    'https://doi.org/10.7717/a%20b',
    'https://doi.org/10.7717/a%00b',
    'https://evil.example/10.7717/a',
    `10.7717/${'x'.repeat(301)}`,
    'constructor',
    '__proto__',
  ])('takes %j for none', (text) => {
    expect(readIdentifier(text)).toBeUndefined();
  });

  it('gives normal forms that it reads as they are', () => {
    const suffix = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('İ'.repeat(200), 'ΑΣ', 'K', 'ß', '%41', '%25%34%31'),
    );
    const prefix = fc.constantFrom('', 'doi:', 'https://doi.org/', 'http://dx.doi.org/');
    const doi = fc.tuple(prefix, suffix).map(([before, after]) => `${before}10.1234/${after}`);
    const openalex = fc
      .tuple(
        fc.constantFrom('', 'https://openalex.org/', 'https://api.openalex.org/works/'),
        fc.constantFrom(...'AaIiWwTt'),
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
      )
      .map(([before, letter, number]) => `${before}${letter}${number}`);
    fc.assert(
      fc.property(fc.oneof(doi, openalex, fc.string()), (text) => {
        const read = readIdentifier(text);
        if (read === undefined) return;
        expect(readIdentifier(read.value)).toEqual(read);
        expect(read.value).not.toMatch(/[,|\s\p{C}]/u);
      }),
      { numRuns: 500 },
    );
  });

  it('reads every number in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (number) => {
        for (const text of [`W${number}`, `w${number}`, `https://openalex.org/W${number}`])
          expect(readIdentifier(text)).toEqual({ kind: 'work', value: `W${number}` });
      }),
    );
  });
});
