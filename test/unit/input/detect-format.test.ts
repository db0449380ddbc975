import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/input/detect-format.ts';

describe('detectFormat', () => {
  it.each([
    ['a.txt', 'lines'],
    ['A.CSV', 'table'],
    ['a.tsv', 'table'],
    ['a.jsonl', 'json-lines'],
    ['a.ndjson', 'json-lines'],
  ])('%s is %s whatever it holds', (path, format) => {
    expect(detectFormat(path, 'keyword,title')).toBe(format);
  });

  it.each([
    ['heat pumps\ntea', 'lines'],
    ['', 'lines'],
    ['"heat pump" reviews', 'lines'],
    ['best tea, ranked', 'lines'],
    ['title,keyword\na,b', 'table'],
    ['\n"Keyword"\t"title"\na\tb', 'table'],
    ['keyword;title', 'table'],
    ['keyword\ntea', 'table'],
    ['\n{"keyword":"tea"}', 'json-lines'],
    ['"tea"\n"coffee"', 'json-lines'],
  ])('without an ending %j is %s', (text, format) => {
    expect(detectFormat(undefined, text)).toBe(format);
    expect(detectFormat('/dev/fd/63', text)).toBe(format);
  });

  it('refuses other endings and names its own', () => {
    expect(() => detectFormat('keywords.xlsx', '')).toThrow(/files ending in "\.xlsx"/);
  });
});
