import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/config/package-root.ts';
import { csvReport } from '../../../src/reports/csv.ts';
import { jsonLinesReport } from '../../../src/reports/jsonl.ts';
import { parseXml } from '../../support/parse-xml.ts';
import { summaryOf } from '../../support/run-events.ts';
import { sampleItems } from './samples.ts';

const page = readFileSync(join(packageRoot(), 'docs', 'reports.md'), 'utf8');

function sample(language: string): string {
  const block = new MarkdownIt().parse(page, {}).find((token) => token.info === language);
  if (block === undefined) throw new Error(`no sample in ${language}`);
  return block.content;
}

test('the CSV that is shown has the columns of the report', () => {
  const summary = summaryOf(sampleItems());
  const [heads, ...rows] = parse(sample('csv'));
  expect(heads).toEqual(parse(csvReport(summary))[0]);
  expect(rows).toHaveLength(2);
});

test('the JSON line that is shown has the fields of the report', () => {
  const [, line = ''] = jsonLinesReport(summaryOf(sampleItems())).split('\n');
  const fields = (text: string) => Object.keys(JSON.parse(text)).toSorted();
  expect(fields(sample('json'))).toEqual(fields(line));
});

test('the JUnit file that is shown is well-formed', () => {
  expect(parseXml(sample('xml')).attributes).toMatchObject({ tests: '3', failures: '1' });
});
