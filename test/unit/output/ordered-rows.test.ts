import { describe, expect, it } from 'vitest';
import { nameColumns, type ExtractedRow } from '../../../src/core/extracted-row.ts';
import { OrderedRows } from '../../../src/output/ordered-rows.ts';
import type { RowFormatName } from '../../../src/output/row-formats.ts';

const COLUMNS = nameColumns(['file'], ['total']);

function row(name: string, value: unknown = null): ExtractedRow {
  return { source: [name], values: [value], status: 'succeeded', warnings: [], evidence: {} };
}

function setUp(format: RowFormatName = 'jsonl') {
  const written: string[] = [];
  const sink = {
    write: async (text: string) => {
      written.push(text);
    },
  };
  const rows = new OrderedRows({ format, columns: COLUMNS, sink });
  const files = () =>
    written
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { file: string }).file);
  return { rows, written, files };
}

describe('OrderedRows', () => {
  it('writes rows in their order, each as soon as all before it are there', async () => {
    const { rows, files } = setUp();
    await rows.put(2, row('c'));
    expect(files()).toEqual([]);
    await rows.put(0, row('a'));
    expect(files()).toEqual(['a']);
    await rows.put(1, row('b'));
    expect(files()).toEqual(['a', 'b', 'c']);
    await rows.end();
  });

  it('fetches a row that lies elsewhere only when its turn has come', async () => {
    const { rows, files } = setUp();
    let fetched = 0;
    const fetch = async () => {
      fetched += 1;
      return row('b');
    };
    await rows.put(1, fetch);
    expect(fetched).toBe(0);
    await rows.put(0, row('a'));
    expect([fetched, files()]).toEqual([1, ['a', 'b']]);
  });

  it('makes JSON that can be read, of no rows too', async () => {
    for (const count of [0, 1, 3]) {
      const { rows, written } = setUp('json');
      for (let index = 0; index < count; index += 1) await rows.put(index, row(`f${index}`, index));
      await rows.end();
      const list = JSON.parse(written.join('')) as { total: number }[];
      expect(list.map(({ total }) => total)).toEqual(Array.from({ length: count }, (_, at) => at));
    }
  });

  it('tells a write that failed to whoever waits, once and for all', async () => {
    const sink = {
      write: async (text: string) => {
        if (text.includes('bad')) throw new Error('disk full');
      },
    };
    const rows = new OrderedRows({ format: 'csv', columns: COLUMNS, sink });
    await rows.put(0, row('good'));
    await expect(rows.put(1, row('bad'))).rejects.toThrow('disk full');
    await expect(rows.put(2, row('good'))).rejects.toThrow('disk full');
    await expect(rows.end()).rejects.toThrow('disk full');
  });
});
