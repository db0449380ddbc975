import { stringify } from 'csv-stringify/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/input/parse-table.ts';

const messages = (text: string): string[] =>
  parseTable(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe('parseTable', () => {
  it('reads known columns in any case and keeps the others', () => {
    const { rows, problems } = parseTable('Keyword,TITLE,Team\ntea,All About Tea,blue\n');
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { line: 2, cells: { keyword: 'tea', title: 'All About Tea' }, extra: { Team: 'blue' } },
    ]);
  });

  it('knows the line on which each row begins', () => {
    const { rows } = parseTable('\n\nkeyword,title\n\n"a\nb",x\n,,\nc,"y"\n');
    expect(rows.map((row) => [row.line, row.cells.keyword])).toEqual([
      [5, 'a\nb'],
      [8, 'c'],
    ]);
  });

  it('takes commas, semicolons and tabs, a byte order mark, and spaces before quotes', () => {
    for (const text of [
      '\uFEFFkeyword,title\n"a, b",c',
      'keyword;title\na, b;c',
      'keyword\ttitle\na, b\tc',
      'title, "keyword"\nc, "a, b"',
    ]) {
      expect(parseTable(text).rows[0]?.cells).toEqual({ keyword: 'a, b', title: 'c' });
    }
  });

  it('takes quotes inside a cell as they are', () => {
    expect(
      parseTable('keyword\n5" pipe\nsay ""hi""\n"a ""b"""').rows.map((row) => row.cells),
    ).toEqual([{ keyword: '5" pipe' }, { keyword: 'say ""hi""' }, { keyword: 'a "b"' }]);
  });

  it('reads rows that are too short, and rows with empty cells at their end', () => {
    const { rows, problems } = parseTable('keyword,title\na\nb,c,,\n');
    expect(problems).toEqual([]);
    expect(rows.map((row) => row.cells)).toEqual([
      { keyword: 'a', title: '' },
      { keyword: 'b', title: 'c' },
    ]);
  });

  it('names the columns when there is no keyword column', () => {
    expect(messages('term,Title\na,b')).toEqual([
      '1: there is no column "keyword"; the columns are "term", "Title"',
    ]);
  });

  it('refuses columns that are there twice', () => {
    expect(messages('keyword,Keyword,x,x\na,b,c,d')).toEqual([
      '1: the column "Keyword" is there twice',
      '1: the column "x" is there twice',
    ]);
  });

  it('reports rows with too many cells and goes on', () => {
    const { rows, problems } = parseTable('keyword,title\na,b,c\nd,e\nf,g,h,i\n');
    expect(rows.map((row) => row.cells.keyword)).toEqual(['d']);
    expect(problems.map((problem) => problem.line)).toEqual([2, 4]);
    expect(problems[0]?.message).toContain('the row has 3 cells and the header 2');
  });

  it('reports the row of a quote that is never closed, after the rows before it', () => {
    const { rows, problems } = parseTable('keyword,title\na,b\nc,"d\ne,f\n');
    expect(rows.map((row) => row.cells.keyword)).toEqual(['a']);
    expect(problems).toEqual([
      { line: 3, message: 'a cell in this row opens with a quote (") that is never closed' },
    ]);
  });

  it('is not confused by the name of a column', () => {
    const { rows } = parseTable('keyword,__proto__,constructor,\na,b,c,d');
    expect(Object.entries(rows[0]?.extra ?? {})).toEqual([
      ['__proto__', 'b'],
      ['constructor', 'c'],
      ['column 4', 'd'],
    ]);
  });

  it('reads what a CSV writer writes', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'ab,;"\t\n 字🍕é\'#') })
      .map((text) => text.trim());
    const row = fc.tuple(cell, cell).filter(([keyword, note]) => keyword + note !== '');
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), (rows, quoted) => {
        const text = stringify([['keyword', 'note'], ...rows], { quoted, bom: true });
        const parsed = parseTable(text);
        expect(parsed.problems).toEqual([]);
        expect(parsed.rows.map(({ cells, extra }) => [cells.keyword, extra['note'] ?? ''])).toEqual(
          rows,
        );
      }),
    );
  });
});
