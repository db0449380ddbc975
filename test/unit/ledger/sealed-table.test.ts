import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, it } from 'vitest';
import { packJson, unpackJson } from '../../../src/ledger/pack-json.ts';
import { SealedTable } from '../../../src/ledger/sealed-table.ts';

interface Row {
  name: string;
  count: number | null;
  data_sum: string | null;
}

const SHAPE = {
  name: 'things',
  columns: ['name', 'count', 'data_sum'],
  key: ['name'],
  content: 'data',
} as const;
const DATA = packJson({ text: 'something '.repeat(5000) });

let database: DatabaseSync;
let table: SealedTable<Row>;

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE TABLE things (name TEXT PRIMARY KEY, count INTEGER, data_sum TEXT, checksum TEXT, data BLOB) STRICT',
  );
  table = new SealedTable<Row>(database, 'ledger.db', SHAPE);
  table.put({ name: 'a', count: 1, data_sum: SealedTable.sumOf(DATA) }, DATA);
});

it('gives back what was put in', () => {
  const row = table.get('a');
  expect(row).toEqual({ name: 'a', count: 1, data_sum: SealedTable.sumOf(DATA) });
  expect(unpackJson(table.content(row as Row) ?? new Uint8Array())).toEqual({
    text: 'something '.repeat(5000),
  });
  expect(table.get('b')).toBeUndefined();
});

it('keeps the content of a row that is put again without one', () => {
  const row = table.get('a') as Row;
  table.put({ ...row, count: 2 });
  expect(table.content(table.get('a') as Row)).toEqual(Uint8Array.from(DATA));
});

it.each([
  ['a figure', 'UPDATE things SET count = 2'],
  ['a figure taken away', 'UPDATE things SET count = NULL'],
  ['a name', `UPDATE things SET name = 'A'`],
  ['the checksum', `UPDATE things SET checksum = 'x'`],
])('does not let out a row with another value: %s', (_, change) => {
  database.exec(change);
  expect(() => table.select('')).toThrow(
    expect.objectContaining({
      code: 'LEDGER_DAMAGED',
      message: 'The ledger ledger.db is damaged: table things has a wrong checksum.',
    }),
  );
});

it.each(['UPDATE things SET data = NULL', `UPDATE things SET data = x'00'`])(
  'does not let out another content: %s',
  (change) => {
    const row = table.get('a') as Row;
    database.exec(change);
    expect(() => table.content(row)).toThrow(expect.objectContaining({ code: 'LEDGER_DAMAGED' }));
  },
);

it('takes text with half a surrogate pair and with a zero in it', () => {
  table.put({ name: 'x\ud800y\0z', count: null, data_sum: null }, null);
  expect(table.select('WHERE count IS NULL')[0]?.name).toBe('x\ufffdy\0z');
});

it('still knows its rows when a column is added', () => {
  database.exec('ALTER TABLE things ADD COLUMN note TEXT');
  const wider = new SealedTable<Row & { note: string | null }>(database, 'ledger.db', {
    ...SHAPE,
    columns: ['name', 'note', 'count', 'data_sum'],
  });
  expect(wider.get('a')).toMatchObject({ name: 'a', note: null, count: 1 });
});

it('takes data of another form for damage', () => {
  expect(() => table.decode(() => JSON.parse('{'))).toThrow(
    expect.objectContaining({ code: 'LEDGER_DAMAGED' }),
  );
});

it('packs small data as it is and large data tighter, and unpacks nothing else', () => {
  expect(Buffer.from(packJson(['ü'])).toString('latin1')).toBe('\0["\u00c3\u00bc"]');
  expect(DATA.length).toBeLessThan(200);
  expect(unpackJson(DATA)).toEqual({ text: 'something '.repeat(5000) });
  for (const bytes of [[], [2, 1], [0, 1], [1, 1, 2, 3]]) {
    expect(() => unpackJson(Uint8Array.from(bytes))).toThrow(Error);
  }
});
