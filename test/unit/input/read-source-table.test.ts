import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSourceTable } from '../../../src/input/read-source-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  return readSourceTable(path, name);
}

describe('readSourceTable', () => {
  it.each([',', ';', '\t', '|'])(
    'reads cells parted by %j, with the lines on which rows begin',
    async (mark) => {
      const lines = [
        ['id', 'text'],
        ['1', '"a\nb"'],
        ['2', ' c '],
      ];
      const table = await read('a.csv', lines.map((cells) => cells.join(mark)).join('\r\n'));
      expect(table.columns).toEqual(['id', 'text']);
      expect(table.rows).toEqual([
        { line: 2, cells: ['1', 'a\nb'] },
        { line: 4, cells: ['2', ' c '] },
      ]);
    },
  );

  it('does not take a delimiter in quotes for one', async () => {
    const table = await read('b.csv', '"a;b;c",d\n1,2\n');
    expect(table.columns).toEqual(['a;b;c', 'd']);
  });

  it('tells columns of one name apart and says so', async () => {
    const table = await read('c.csv', 'id,,id,id_2\n1,2,3,4\n');
    expect(table.columns).toEqual(['id', 'column 2', 'id_2', 'id_2_2']);
    expect(table.notes).toHaveLength(2);
  });

  it('reads JSON Lines with other keys on each line', async () => {
    const table = await read('d.jsonl', '{"a":1}\n\n{"b":["x"],"a":null}\n');
    expect(table.columns).toEqual(['a', 'b']);
    expect(table.rows).toEqual([
      { line: 1, cells: [1] },
      { line: 3, cells: [null, ['x']] },
    ]);
  });

  it('reads a text a line', async () => {
    const table = await read('e.txt', 'one\n\ntwo\n');
    expect(table).toMatchObject({ columns: ['text'], rows: [{ line: 1 }, { line: 3 }] });
  });

  it('reports all problems at once with their lines', async () => {
    await expect(read('f.csv', 'a,b\n1,2,3\n4,5\n6,7,8\n')).rejects.toThrow(
      /2 problems:\n {2}f\.csv:2: .*3 cells.*\n {2}f\.csv:4: /u,
    );
    await expect(read('g.jsonl', '{"a":1}\n[1]\nnope\n')).rejects.toThrow(
      /g\.jsonl:2: the line must be an object\n {2}g\.jsonl:3: this is not JSON/u,
    );
  });

  it('refuses workbooks and endings that it does not know', async () => {
    await expect(read('h.xlsx', 'x')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(read('i.csv', Uint8Array.of(0x50, 0x4b, 3, 4))).rejects.toThrow('workbook');
  });
});
