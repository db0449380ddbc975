import { describe, expect, it } from 'vitest';
import { chicagoRange, mlaRange, wholeRange } from '../../../../src/core/references/page-range.ts';

/** The examples of the manuals. */
describe('page ranges', () => {
  it.each([
    ['3', '10', '3–10'],
    ['71', '72', '71–72'],
    ['96', '117', '96–117'],
    ['100', '104', '100–104'],
    ['1100', '1113', '1100–1113'],
    ['101', '108', '101–8'],
    ['808', '833', '808–33'],
    ['1103', '1104', '1103–4'],
    ['321', '328', '321–28'],
    ['498', '532', '498–532'],
    ['1087', '1089', '1087–89'],
    ['1496', '1500', '1496–500'],
    ['11564', '11615', '11564–615'],
    ['12991', '13001', '12991–3001'],
    ['e12', 'e19', 'e12–e19'],
  ])('chicago: %s to %s', (first, last, expected) => {
    expect(chicagoRange({ first, last })).toBe(expected);
  });

  it.each([
    ['21', '48', '21-48'],
    ['92', '99', '92-99'],
    ['96', '101', '96-101'],
    ['103', '104', '103-04'],
    ['395', '401', '395-401'],
    ['923', '1003', '923-1003'],
    ['1003', '1005', '1003-05'],
    ['1608', '1774', '1608-774'],
  ])('mla: %s to %s', (first, last, expected) => {
    expect(mlaRange({ first, last })).toBe(expected);
  });

  it('are whole in apa', () => {
    expect(wholeRange({ first: '345', last: '348' })).toBe('345–348');
    expect(wholeRange({ first: '7' })).toBe('7');
  });
});
