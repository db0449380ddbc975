import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanKeyword, keywordKey } from '../../../src/core/normalise-keyword.ts';

describe('cleanKeyword', () => {
  it.each([
    ['  heat \t pumps ', 'heat pumps'],
    ['heat\npumps\r\nexplained', 'heat pumps explained'],
    ['\u001B[31mred\u001B[0m tea', 'red tea'],
    ['\u001B]0;title\u0007tea', 'tea'],
    ['gpj.\u202Eexe', 'gpj.exe'],
    ['a\u200Eb\u200F', 'ab'],
    ['\uFEFFtea', 'tea'],
    ['tea\u0000\u0008', 'tea'],
    ['cafe\u0301', 'café'],
    ['my \u{1F469}\u200D\u{1F373} "best" recipe', 'my \u{1F469}\u200D\u{1F373} "best" recipe'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['../../etc/passwd', '../../etc/passwd'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanKeyword(text)).toBe(clean);
  });

  it('gives one line without control characters for any text, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanKeyword(text);
        expect(clean).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(clean).toBe(clean.trim());
        expect(cleanKeyword(clean)).toBe(clean);
      }),
    );
  });
});

describe('keywordKey', () => {
  it.each([
    ['Heat Pumps', 'heat  pumps'],
    ['café', 'cafe\u0301'],
    ['ｈｅａｔ ｐｕｍｐｓ', 'heat pumps'],
    ['dog’s best friend', "dog's best friend"],
    ['e–bike', 'e-bike'],
    ['“green” tea', '"green" tea'],
    ['what is tea?', 'What is tea'],
    ['お茶とは？', 'お茶とは'],
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['❤️ tea', '❤ tea'],
  ])('%j and %j are the same', (left, right) => {
    expect(keywordKey(left)).toBe(keywordKey(right));
  });

  it.each([
    ['C++', 'C'],
    ['c#', 'c'],
    ['resume', 'résumé'],
    ['sınır', 'sinir'],
    ['e-bike', 'ebike'],
    ['???', '!!!'],
  ])('%j and %j differ', (left, right) => {
    expect(keywordKey(left)).not.toBe(keywordKey(right));
  });

  it('is never empty for a keyword that has something to see', () => {
    expect(keywordKey('?')).toBe('?');
  });
});
