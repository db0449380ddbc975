import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { nameColumns, type ExtractedRow } from '../../../src/core/extracted-row.ts';
import { ROW_FORMATS } from '../../../src/output/row-formats.ts';

const COLUMNS = nameColumns(['id', 'note', 'date'], ['date', 'tags', 'status']);
const ROW: ExtractedRow = {
  source: ['7', '=HYPERLINK("http://x")', undefined],
  values: ['2025-03-09', ['red', '+49'], -5],
  status: 'failed',
  error: 'It said "no",\nthen stopped.',
  warnings: ['date: two dates disagree.'],
  evidence: { date_extracted: { quote: '9 March 2025', page: 2 } },
};

describe('nameColumns', () => {
  it('gives every column a name of its own; those of the input stay', () => {
    expect(COLUMNS).toEqual({
      source: ['id', 'note', 'date'],
      fields: ['date_extracted', 'tags', 'status'],
      status: 'status_extracted',
      error: 'error',
      warnings: 'warnings',
      evidence: 'evidence',
    });
    expect(nameColumns(['a', 'a_extracted'], ['a']).fields).toEqual(['a_extracted2']);
  });
});

describe('csv', () => {
  it('comes back cell by cell, and no cell starts a formula', () => {
    const text = ROW_FORMATS.csv.head(COLUMNS) + ROW_FORMATS.csv.row(ROW, COLUMNS, true);
    expect(text).toContain('\r\n');
    const [head, cells] = parse(text);
    expect(head).toEqual([
      'id',
      'note',
      'date',
      'date_extracted',
      'tags',
      'status',
      'status_extracted',
      'error',
      'warnings',
    ]);
    expect(cells).toEqual([
      '7',
      `'=HYPERLINK("http://x")`,
      '',
      '2025-03-09',
      "red; '+49",
      '-5',
      'failed',
      'It said "no",\nthen stopped.',
      'date: two dates disagree.',
    ]);
  });

  it('has a cell for every column, whatever a row lacks', () => {
    const line = ROW_FORMATS.csv.row({ ...ROW, source: [], values: [] }, COLUMNS, true);
    expect(parse(line)[0]).toHaveLength(9);
  });

  it.each(['@cmd', '\tcmd', '＝1+1', '+cmd|calc'])('disarms %j', (text) => {
    const line = ROW_FORMATS.csv.row({ ...ROW, source: [text] }, COLUMNS, true);
    expect(parse(line)[0]?.[0]).toBe(`'${text}`);
  });

  it.each(['-5', '+3,50', '1.234,56', '12'])('leaves the number %s alone', (text) => {
    const line = ROW_FORMATS.csv.row({ ...ROW, source: [text] }, COLUMNS, true);
    expect(parse(line)[0]?.[0]).toBe(text);
  });
});

describe('jsonl', () => {
  it('keeps types, quotes and pages, and a column named __proto__', () => {
    const columns = nameColumns(['__proto__'], ['n']);
    const line = ROW_FORMATS.jsonl.row({ ...ROW, source: [1], values: [null] }, columns, true);
    const object = JSON.parse(line) as object;
    expect(Object.entries(object)).toEqual([
      ['__proto__', 1],
      ['n', null],
      ['status', 'failed'],
      ['error', ROW.error],
      ['warnings', ROW.warnings],
      ['evidence', ROW.evidence],
    ]);
  });
});
