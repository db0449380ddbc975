import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../src/output/csv-line.ts';

describe('csvLine', () => {
  it('writes values as people read them', () => {
    const cells = ['a', 7, -1.5, true, null, undefined, '', ['x', 2], { a: [1] }, [{ a: 1 }], []];
    expect(csvLine(cells)).toBe('a,7,-1.5,true,,,,x; 2,"{""a"":[1]}","{""a"":1}",\r\n');
  });

  it('quotes what would part cells or lines', () => {
    expect(csvLine(['a,b', 'say "x"', 'one\ntwo', 'one\r\ntwo'])).toBe(
      '"a,b","say ""x""","one\ntwo","one\r\ntwo"\r\n',
    );
  });

  it('starts no formula, also in an entry of a list, and leaves plain numbers alone', () => {
    const cells = ['=1', '@x', '+a', '-a', ['ok', '=1'], '-5', '+3,50', '1.000', '-5+3'];
    expect(parse(csvLine(cells))).toEqual([
      ["'=1", "'@x", "'+a", "'-a", "ok; '=1", '-5', '+3,50', '1.000', "'-5+3"],
    ]);
  });

  it('is read back as it was, whatever a text holds', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((value) => !/[=+\-@\t\r＝＋－＠]/u.test(value));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        expect(parse(csvLine([...cells, 'end']))).toEqual([[...cells, 'end']]);
      }),
    );
  });
});
