import { expect, test } from 'vitest';
import { jsonReport } from '../../../src/reports/json.ts';
import { jsonLinesReport } from '../../../src/reports/jsonl.ts';
import { summaryOf } from '../../support/run-events.ts';
import { hostileItems, sampleItems } from './samples.ts';

test('JSON is the summary, as --json prints it', () => {
  const summary = summaryOf(sampleItems());
  expect(JSON.parse(jsonReport(summary))).toEqual(summary);
  expect(jsonReport(summary)).toBe(`${JSON.stringify(summary, undefined, 2)}\n`);
});

test('JSON Lines are a line an item in input order, each naming the run', () => {
  const items = [...sampleItems(), ...hostileItems()];
  const lines = jsonLinesReport(summaryOf(items)).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    items.map((item) => ({ run: 'r1', ...item })),
  );
  expect(jsonLinesReport(summaryOf([]))).toBe('');
});
