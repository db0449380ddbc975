import { expect, test } from 'vitest';
import { formatOfPath } from '../../../src/reports/format-of-path.ts';

test.each([
  ['report.csv', 'csv'],
  ['a/b/REPORT.CSV', 'csv'],
  ['run.json', 'json'],
  ['run.jsonl', 'jsonl'],
  ['results.junit.xml', 'junit'],
  ['build/junit.xml', 'junit'],
  ['page.html', 'html'],
  ['page.v2.md', 'md'],
])('%s is %s', (path, format) => {
  expect(formatOfPath(path)).toBe(format);
});

test.each([
  ['report.xlsx', /^The endings are: \.csv \.json \.jsonl \.junit\.xml \.md \.html$/],
  ['report', /^The endings are/],
  ['csv/', /^The endings are/],
  ['a.csv/report', /^The endings are/],
  ['build/results.xml', /^For JUnit, name it results\.junit\.xml$/],
])('%s is refused, saying what to do', (path, remedy) => {
  expect(() => formatOfPath(path)).toThrow(
    expect.objectContaining({
      code: 'USAGE',
      message: expect.stringContaining(path),
      suggestions: expect.arrayContaining([expect.stringMatching(remedy)]),
    }),
  );
});
