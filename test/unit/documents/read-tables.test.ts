import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../../src/documents/tables/read-json-lines.ts';
import { readTable } from '../../../src/documents/tables/read-table.ts';
import { tableDelimiter } from '../../../src/documents/tables/table-delimiter.ts';

describe('readTable', () => {
  it('names the column before each cell and leaves out empty ones', async () => {
    const source = 'name,power,note\nPump A,8 kW,\n"Pump ""B""","12, or 14 kW","two\nlines"\n';
    expect((await readTable(source)).text).toBe(
      '| name: Pump A | power: 8 kW |\n| name: Pump "B" | power: 12, or 14 kW | note: two lines |',
    );
  });

  it.each([
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['"x;y;z",b\n1,2', ','],
    ['only\n1', ','],
  ])('knows what parts the cells of %j', (source, delimiter) => {
    expect(tableDelimiter(source)).toBe(delimiter);
  });

  it('names cells beyond the header by their position, and keeps bars out of cells', async () => {
    const { text } = await readTable('a,,\n1,2|3,4,5\n');
    expect(text).toBe('| a: 1 | column 2: 2/3 | column 3: 4 | column 4: 5 |');
  });

  it('reads the columns of a table without rows', async () => {
    expect((await readTable('name,power\n')).text).toBe('| name | power |');
  });

  it('reads up to a quote that is never closed, and says so', async () => {
    const { text, warnings } = await readTable('a,b\n1,2\n3,"4\n5,6\n');
    expect(text).toBe('| a: 1 | b: 2 |');
    expect(warnings).toEqual([expect.stringMatching(/From line 3 on .* never closed/u)]);
  });

  it('refuses rows without measure', async () => {
    await expect(readTable(`a\n${'1\n'.repeat(200_001)}`)).rejects.toThrow(/200,000 rows/u);
  });
});

describe('readJsonLines', () => {
  it('names fields by their path', () => {
    const rows = [
      { name: 'Pump', tags: ['a', 'b'], maker: { city: 'Graz', age: null }, used: false, price: 0 },
      'a text',
    ];
    expect(readJsonLines(rows.map((row) => JSON.stringify(row)).join('\n')).text).toBe(
      '| name: Pump | tags: a, b | maker.city: Graz | used: false | price: 0 |\n| value: a text |',
    );
  });

  it('leaves out lines that are no JSON, and names them', () => {
    const { text, warnings } = readJsonLines('{"a":1}\nnot this\n\n{"a":2}\n{"a":');
    expect(text).toBe('| a: 1 |\n| a: 2 |');
    expect(warnings).toEqual(['Lines 2, 5 could not be read as JSON and were left out.']);
  });

  it('refuses a file without any JSON, and rows without measure', () => {
    expect(() => readJsonLines('one\ntwo')).toThrow(/None of its lines is JSON/u);
    expect(() => readJsonLines('1\n'.repeat(200_001))).toThrow(/200,000 rows/u);
  });

  it('ends for values nested without measure', () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect(readJsonLines(`${deep}\n{"b":{"c":{"d":{"e":1}}}}`).text).toMatch(
      /\| b\.c\.d: \{"e":1\} \|$/u,
    );
  });
});
