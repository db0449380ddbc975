import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverFields } from '../../../src/extraction/discovery/discover-fields.ts';
import { extractByPatterns } from '../../../src/extraction/extract-by-patterns.ts';
import { type Field, SCALAR_TYPES } from '../../../src/extraction/field.ts';
import { REASONABLE_MS } from '../../support/reasonable-time.ts';

/** A field of each type, with labels that texts have, and a list of each. */
const FIELDS: Field[] = [
  ...SCALAR_TYPES.map((type): Field => ({ name: `one ${type}`, type, labels: ['Total', 'Date'] })),
  ...SCALAR_TYPES.map((items): Field => ({
    name: `all ${items}`,
    type: 'array',
    items,
    labels: ['Tags'],
  })),
  { name: 'date', type: 'date' },
  { name: 'total', type: 'money' },
  { name: 'status', type: 'string', enum: ['paid', 'open (late)', '$^'] },
];

/** Pieces of which papers are made, put together at random. */
const piece = fc.oneof(
  fc.constantFrom(
    'Total',
    'Date',
    'Tags',
    ': ',
    ':',
    '\n',
    '\n\n',
    '\t',
    '   ',
    ' | ',
    '|',
    '| - |',
    '- ',
    '# ',
    '. ',
    ', ',
    '€',
    '$',
    ' EUR',
    '%',
    '(',
    ')',
    '+49 ',
    '0',
    '1.299,00',
    '1,299.00',
    '09.03.2025',
    '9/3/2025',
    '2025-03-09',
    'March',
    ' 9',
    ' 2025',
    '@',
    '.de',
    'info@',
    'https://',
    'www.',
    'DE89 3704',
    'DE136695976',
    'paid',
    'N°',
    '-',
    '–',
    "'",
    '\u00a0',
    '\ud83d',
    '😀',
    'ﬁ',
    'İ',
    'ß',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.integer().map(String),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('gives a value or null for each field, with its quote at its place', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(undefined, 'en', 'de', 'fr', 'x-unknown'),
        (content, language) => {
          const { fields, warnings } = extractByPatterns(content, FIELDS, { language });
          expect(Object.keys(fields)).toEqual(FIELDS.map(({ name }) => name));
          for (const { value, quote, start, end } of Object.values(fields)) {
            expect(value).toBeDefined();
            expect(quote).toBe(start === undefined ? undefined : content.slice(start, end));
            expect(JSON.parse(JSON.stringify(value))).toEqual(value);
          }
          expect(warnings.every((warning) => warning.includes(': '))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives proposals, or none', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const found = discoverFields(texts.map((content) => ({ text: content })));
        for (const { share, example, name } of found) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(example).not.toBe('');
          expect(name).not.toBe('');
        }
      }),
      { numRuns: 100 },
    );
  });
});

const LENGTH = 50_000;
const repeated = (part: string) => part.repeat(Math.ceil(LENGTH / part.length));

describe('a long text made to be slow', () => {
  it.each([
    'a',
    '1',
    ' ',
    '\n',
    '.',
    ',',
    ':',
    '|',
    '-',
    '@',
    '(',
    '1.',
    '1,',
    '1 ',
    '1.1',
    '123 ',
    '1.234.',
    "1'234",
    'a@',
    'a.',
    'a@a.',
    'aa-',
    '+',
    '+1 ',
    '0 ',
    '(0)',
    '00',
    'http://',
    'http://((',
    'www.',
    'a.de/',
    'DE89 ',
    'DE89 3704 ',
    'DE 1',
    'ATU1',
    '1/1/',
    '1.1.',
    '1 March ',
    'March ',
    'March 9, ',
    '9th of ',
    '$',
    '$ ',
    '$-',
    '-$1',
    '€ 1',
    '1 €',
    '1 million ',
    '($',
    '%',
    '1 %',
    '1-1 %',
    'Total',
    'Total ',
    'Total:',
    'Total: ',
    'Total (',
    'Total. ',
    'Total\n',
    'Total\t',
    '| Total ',
    '| Total |\n',
    '| a | b |\n',
    'Total: 1 €\n',
    'Tags: a, ',
    'Date: 9/3/2025 ',
    'Total 1 € ',
    'a b c d e f ',
    'Invoice number Date ',
    'paid ',
    'n°',
    '\u00a0',
    'é',
    '漢',
    '😀',
    '\ud800',
    'Fr.',
  ])('%j over and over ends soon', (part) => {
    const content = repeated(part);
    const start = performance.now();
    extractByPatterns(content, FIELDS, { language: 'en' });
    discoverFields([{ text: content }, { text: content }]);
    expect(performance.now() - start).toBeLessThan(REASONABLE_MS);
  });
});
