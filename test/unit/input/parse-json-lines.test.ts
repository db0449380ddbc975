import { describe, expect, it } from 'vitest';
import { parseJsonLines } from '../../../src/input/parse-json-lines.ts';

describe('parseJsonLines', () => {
  it('reads objects and strings', () => {
    const { rows, problems } = parseJsonLines(
      '{"keyword":"tea","priority":2,"sources":["a.md","b.md"],"tone":null,"n":1,"o":{"x":[1]}}\n\n"coffee"\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 1,
        cells: { keyword: 'tea', priority: '2', sources: 'a.md\nb.md' },
        extra: { n: '1', o: '{"x":[1]}' },
      },
      { line: 3, cells: { keyword: 'coffee' }, extra: {} },
    ]);
  });

  it('reports every bad line', () => {
    const { rows, problems } = parseJsonLines(
      '{"keyword":\n["a"]\n5\n{"keyword":7,"sources":[1]}\n"tea"\nnull',
    );
    expect(rows).toEqual([
      { line: 4, cells: {}, extra: {} },
      { line: 5, cells: { keyword: 'tea' }, extra: {} },
    ]);
    expect(problems).toEqual([
      { line: 1, message: 'this is not JSON: "{"keyword":"' },
      { line: 2, message: 'the line must be an object with a "keyword", or a string' },
      { line: 3, message: 'the line must be an object with a "keyword", or a string' },
      { line: 4, message: '"keyword" must be text' },
      { line: 4, message: '"sources" must be text or a list of texts' },
      { line: 6, message: 'the line must be an object with a "keyword", or a string' },
    ]);
  });

  it('names the fields of an object without a keyword', () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`f${index}`, 1]));
    const { problems } = parseJsonLines(
      `{"kw":"b","\\u001b[31mTitle":null}\n{}\n${JSON.stringify(many)}\n{"Keyword":null}`,
    );
    expect(problems).toEqual([
      { line: 1, message: 'the field "keyword" is missing; the fields are "kw", "Title"' },
      { line: 2, message: 'the field "keyword" is missing; the object is empty' },
      { line: 3, message: expect.stringMatching(/the fields are "f0", .*"f19" and 5 more$/) },
    ]);
  });

  it('keeps a key named __proto__ as data', () => {
    const { rows } = parseJsonLines('{"keyword":"tea","__proto__":"x"}');
    expect(Object.entries(rows[0]?.extra ?? {})).toEqual([['__proto__', 'x']]);
  });
});
