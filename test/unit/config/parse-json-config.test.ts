import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonConfig } from '../../../src/config/parse-json-config.ts';

const messageOf = (text: string): string => {
  try {
    parseJsonConfig(text, 'c.json');
  } catch (error) {
    return (error as Error).message;
  }
  return 'valid';
};

describe('parseJsonConfig', () => {
  it.each([
    ['', 'c.json ends too early: line 1, column 1.'],
    ['{\n  "a": 1,\n', 'c.json ends too early: line 3, column 1.'],
    ['{"a": "x', 'c.json is not valid JSON: line 1, column 7.'],
    ['{\n  "a": 1,\n}', 'c.json is not valid JSON: line 3, column 1.'],
    ['{\n  // no\n}', 'c.json is not valid JSON: line 2, column 3.'],
    ["{'a': 1}", 'c.json is not valid JSON: line 1, column 2.'],
    ['{"a": 1 "b": 2}', 'c.json is not valid JSON: line 1, column 9.'],
    ['{"a": tru}', 'c.json is not valid JSON: line 1, column 7.'],
    ['[1, ]', 'c.json is not valid JSON: line 1, column 5.'],
    ['[1}', 'c.json is not valid JSON: line 1, column 3.'],
    ['{} x', 'c.json is not valid JSON: line 1, column 4.'],
    ['{"a" 1}', 'c.json is not valid JSON: line 1, column 6.'],
    ['{"a":: 1}', 'c.json is not valid JSON: line 1, column 6.'],
  ])('%j', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it('parses every JSON document, and finds an end for every one that is cut', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        expect(parseJsonConfig(text, 'c.json')).toEqual(JSON.parse(text));
        const start = text.slice(0, cut % (text.length + 1));
        const message = messageOf(start);
        expect(message).toMatch(/^valid$|line \d+, column \d+\.$/);
      }),
    );
  });
});
