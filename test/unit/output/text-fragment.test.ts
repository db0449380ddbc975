import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragmentAddress } from '../../../src/output/text-fragment.ts';

const page = 'https://example.com/tea';
const terms = (address: string) =>
  (address.split(':~:text=')[1] ?? '').split(',').map(decodeURIComponent);

describe('textFragmentAddress', () => {
  it('names short words whole, with everything encoded that the directive or Markdown would read', () => {
    expect(textFragmentAddress(page, ["a-b, c & d (e) 'f' *~!"])).toBe(
      `${page}#:~:text=a%2Db%2C%20c%20%26%20d%20%28e%29%20%27f%27%20%2A%7E%21`,
    );
  });

  it('names long words by their ends', () => {
    const quote = `First, the water: ${'it has to be hot and fresh, and '.repeat(20)}so the tea is good.`;
    const address = textFragmentAddress(page, [quote]);
    expect(terms(address)).toEqual(['First, the water: it has to', 'and so the tea is good']);
    for (const term of terms(address)) expect(quote).toContain(term);
  });

  it('names words of several blocks by a start in the first and an end in the last', () => {
    const address = textFragmentAddress(page, ['Short head\n\n- one\n- two is the end.']);
    expect(terms(address)).toEqual(['Short head', 'two is the end']);
  });

  it('never lets the two ends share a word, however few there are', () => {
    const quote = Array.from({ length: 8 }, (_, index) => `${'lang'.repeat(6)}${index}`).join(' ');
    expect(terms(textFragmentAddress(page, [quote]))).toEqual([
      quote.split(' ').slice(0, 3).join(' '),
      quote.split(' ').slice(-3).join(' '),
    ]);
    expect(textFragmentAddress(page, ['x'.repeat(200)])).toBe(page);
  });

  it('finds words in languages that write without spaces', () => {
    const quote = 'お茶は世界中で広く飲まれている飲み物です。'.repeat(20);
    const [start = '', end = ''] = terms(textFragmentAddress(page, [quote]));
    expect(quote.startsWith(start)).toBe(true);
    expect(start.length).toBeGreaterThan(3);
    expect(quote.endsWith(`${end}。`)).toBe(true);
  });

  it('keeps the fragment of the page and drops a text directive that it had', () => {
    expect(textFragmentAddress(`${page}#brew`, ['tea'])).toBe(`${page}#brew:~:text=tea`);
    expect(textFragmentAddress(`${page}#brew:~:text=x`, ['tea'])).toBe(`${page}#brew:~:text=tea`);
  });

  it('marks several quotes, but not any number of them', () => {
    expect(textFragmentAddress(page, ['a', ' ', 'b', 'c', 'd'])).toBe(
      `${page}#:~:text=a&text=b&text=c`,
    );
  });

  it.each([[[]], [['']], [['x'.repeat(5_000_000)]], [['\u202E']]])(
    'leaves the address for no words',
    (quotes) => {
      expect(textFragmentAddress(page, quotes)).toBe(page);
    },
  );

  it('is a valid address for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (quote) => {
        const address = textFragmentAddress(page, [quote]);
        expect(address).toMatch(/^[\w:/.#~%=,-]+$/);
        expect(new URL(address).href).toBe(address);
      }),
      { numRuns: 50 },
    );
  });
});
