import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../src/core/estimate-tokens.ts';
import { cutWindows } from '../../../src/extraction/model/cut-windows.ts';
import { createQuoteFinder } from '../../../src/extraction/model/find-quote.ts';
import { REASONABLE_MS } from '../../support/reasonable-time.ts';

describe('a quote', () => {
  it.each([
    ['The total is 1,299.00 EUR today', 'total is 1,299.00 EUR', 'total is 1,299.00 EUR'],
    ['The  total\n is 5', 'the total is 5', 'The  total\n is 5'],
    ['“Garden Pump”', '"Garden Pump"', '“Garden Pump”'],
    ["it's", 'it’s', "it's"],
    ['2020–2024', '2020-2024', '2020–2024'],
    ['STRASSE 5', 'Strasse 5', 'STRASSE 5'],
    ['die Lie-\nferung kam', 'Lieferung', 'Lie-\nferung'],
    ['eﬃcient ﬁlter', 'efficient filter', 'eﬃcient ﬁlter'],
    ['soft\u00adware', 'software', 'soft\u00adware'],
    ['A & B <c>', 'A &amp; B &lt;c&gt;', 'A & B <c>'],
    ['so it is: “yes”', '“yes”.'.slice(0, 5), '“yes”'],
    ['12 and 12 and 2012', '12', '12'],
    ['2012 then 12', '12', '12'],
    ['東京都千代田区', '千代田', '千代田'],
    ['Rechnungen vom Mai sind da', 'Rechnungen vom M', 'Rechnungen vom M'],
  ])('in %j is found: %j', (text, quote, expected) => {
    const place = createQuoteFinder(text).find(quote);
    expect(place === undefined ? undefined : text.slice(place.start, place.end)).toBe(expected);
  });

  it.each([
    ['The total is 5', 'The sum is 5'],
    ['1,299.00', '299.00'],
    ['1,299.00', '1,299'],
    ['2012', '12'],
    ['AB12', '12'],
    ['catalogue', 'cat'],
    ['text', ''],
    ['text', ' … '],
    ['minus -5', '- 6'],
  ])('in %j is not found: %j', (text, quote) => {
    expect(createQuoteFinder(text).find(quote)).toBeUndefined();
  });

  it('that is a whole word of a text is always found, and never where it is not', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.nat(), (text, at) => {
        const words = [...text.matchAll(/[a-z]+/gu)];
        const word = words[at % words.length];
        const place = createQuoteFinder(text).find(word?.[0].toUpperCase() ?? '');
        expect(text.slice(place?.start, place?.end)).toBe(word?.[0]);
        expect(createQuoteFinder(text).find(`${word?.[0]} zzz`)).toBeUndefined();
      }),
    );
  });

  it('is looked up in time, however often its beginning stands there', () => {
    const finder = createQuoteFinder('a1'.repeat(50_000));
    const start = performance.now();
    expect(finder.find('a1'.repeat(3000))).toBeUndefined();
    expect(finder.find('1')).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(REASONABLE_MS);
  });
});

describe('windows', () => {
  it('are the whole text together, each within its limit, at borders of lines', () => {
    const line = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.integer({ min: 8, max: 200 }),
        (lines, tokens) => {
          const text = lines.join('\n');
          const windows = cutWindows(text, { tokens, overlap: Math.floor(tokens / 8) });
          expect(windows[0]?.start).toBe(0);
          expect(windows.at(-1)?.end).toBe(text.length);
          for (const [index, { start, end }] of windows.entries()) {
            expect(estimateTokens(text.slice(start, end))).toBeLessThanOrEqual(tokens + 2);
            const next = windows[index + 1];
            if (next === undefined) continue;
            expect(next.start).toBeLessThanOrEqual(end);
            expect(next.end).toBeGreaterThan(end);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('have a few lines in common', () => {
    const text = Array.from({ length: 40 }, (_, index) => `Line ${index} of this text.\n`).join('');
    const windows = cutWindows(text, { tokens: 60, overlap: 15 });
    expect(windows.length).toBeGreaterThan(3);
    for (const [index, { start }] of windows.entries()) {
      if (index === 0) continue;
      expect(text[start - 1]).toBe('\n');
      expect(start).toBeLessThan(windows[index - 1]?.end ?? 0);
    }
  });

  it('never part the halves of a character', () => {
    const text = '😀'.repeat(500);
    for (const { start, end } of cutWindows(text, { tokens: 50, overlap: 5 }))
      expect(text.slice(start, end).isWellFormed()).toBe(true);
  });
});
