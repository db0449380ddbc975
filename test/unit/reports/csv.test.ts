import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { NO_USAGE } from '../../../src/core/usage.ts';
import { csvReport } from '../../../src/reports/csv.ts';
import { outcome, summaryOf } from '../../support/run-events.ts';
import { hostileItems, sampleItems } from './samples.ts';

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

test('a row an item in input order, with all that is known of it', () => {
  const rows = rowsOf(csvReport(summaryOf(sampleItems())));
  expect(rows.map(({ keyword, status }) => `${keyword}: ${status}`)).toEqual([
    'late: not-started',
    'heat pump: succeeded',
    'x: failed',
    'cut: cancelled',
  ]);
  expect(rows[1]).toEqual({
    keyword: 'heat pump',
    status: 'succeeded',
    slug: 'heat-pump',
    title: 'Heat pumps, explained',
    words: '1240',
    support: '0.967',
    sentences: '60',
    unsupported: '1',
    removed: '1',
    seo_errors: '0',
    seo_warnings: '1',
    links: '1',
    notes: 'Thin research: 2 independent sources.|Competes with "heat pumps".',
    files: 'content/heat-pump.md|content/research/heat-pump.json',
    drafts: '',
    error_code: '',
    error_message: '',
    remedies: '',
    milliseconds: '61235',
    calls: '3',
    input_tokens: '12000',
    cached_input_tokens: '0',
    output_tokens: '3000',
    credits: '4',
    cost_usd: '0.25',
    unpriced_calls: '0',
    saved_calls: '2',
    saved_credits: '3',
    saved_usd: '0.3',
    run: 'r1',
  });
  expect(rows[2]).toMatchObject({
    error_code: 'NO_SOURCES',
    error_message: 'Research found nothing.',
    remedies: 'Add documents with --library',
  });
});

test('lines end with CRLF, the header comes first, also without a row', () => {
  const csv = csvReport(summaryOf(sampleItems()));
  expect(csv.split('\r\n')).toHaveLength(6);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(csvReport(summaryOf([]))).toBe(`${csv.split('\r\n')[0]}\r\n`);
  expect(csv).toMatch(/^keyword,status,slug,/);
});

test('no cell starts a formula, whether commas or semicolons part the cells', () => {
  const csv = csvReport(summaryOf(hostileItems()));
  for (const cell of parse(csv).flat()) {
    expect(cell).not.toMatch(/^[\s\u200b"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
  }
  for (const piece of csv.split(/[;\r\n]/)) {
    expect(piece).not.toMatch(/^[\s\u200b"]*[=+\-@]/u);
  }
  expect(csv).not.toMatch(/[\u0000\u0007\u001b\u202e]/);
});

test('an unknown price is empty, never 0', () => {
  const usage = { ...NO_USAGE, calls: 2, unpricedCalls: 1 };
  const items = [outcome({ usage }), outcome({ usage: { ...usage, costUsd: 0.5 } })];
  const rows = rowsOf(csvReport(summaryOf(items)));
  expect(rows.map((row) => [row['cost_usd'], row['unpriced_calls']])).toEqual([
    ['', '1'],
    ['0.5', '1'],
  ]);
});

test('the addresses of drafts stand in one cell', () => {
  const published = ['https://a.example/1', 'https://b.example/2'].map((url) => {
    return { target: 'ghost', url, isNew: true };
  });
  const rows = rowsOf(csvReport(summaryOf([outcome({ published })])));
  expect(rows[0]?.['drafts']).toBe('https://a.example/1|https://b.example/2');
});
