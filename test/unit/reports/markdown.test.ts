import MarkdownIt from 'markdown-it';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { markdownReport } from '../../../src/reports/markdown.ts';
import { outcome, summaryOf } from '../../support/run-events.ts';
import { hostileItems, sampleContext, sampleItems } from './samples.ts';

/** The cells of each table, heads first, as a reader of the rendered page sees them. */
function tablesOf(markdown: string): string[][][] {
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  expect(document.querySelectorAll('script, img, a, em, strong, code')).toHaveLength(0);
  return [...document.querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
    ),
  );
}

test('failures come first with their remedies, then every keyword in input order', () => {
  const tables = tablesOf(markdownReport(summaryOf(sampleItems()), sampleContext()));
  expect(tables[0]).toEqual([
    ['Keyword', 'Reason', 'What to do'],
    ['x', 'Research found nothing. (NO_SOURCES)', 'Add documents with --library'],
  ]);
  expect(tables[1]?.[0]).toEqual(
    '#,Keyword,Status,Slug,Title,Words,Supported,SEO warnings,Notes,Files,Seconds,Calls,Tokens in,Tokens out,Credits,Cost (USD),Saved (USD)'.split(
      ',',
    ),
  );
  expect(tables[1]?.slice(1).map((cells) => cells.slice(0, 3))).toEqual([
    ['1', 'late', 'not started'],
    ['2', 'heat pump', 'succeeded'],
    ['3', 'x', 'failed'],
    ['4', 'cut', 'cancelled'],
  ]);
  expect(tables[1]?.[2]?.slice(5)).toEqual(
    '1,240|96 %|1|Thin research: 2 independent sources. Competes with "heat pumps".|content/heat-pump.md, content/research/heat-pump.json|61.2|3|12,000|3,000|4|0.2500|0.3000'.split(
      '|',
    ),
  );
});

test('columns without anything to tell are left out', () => {
  const [table] = tablesOf(markdownReport(summaryOf([outcome({})]), sampleContext()));
  expect(table?.[0]).toEqual(['#', 'Keyword', 'Status', 'Slug', 'Seconds']);
});

test('hostile texts stay in their cells', () => {
  const items = hostileItems();
  const [, table] = tablesOf(markdownReport(summaryOf(items), sampleContext()));
  expect(table).toHaveLength(items.length + 1);
  const keywords = table?.map((cells) => cells[1]);
  expect(keywords).toContain('<script>alert(1)</script>');
  expect(keywords).toContain('| [a](http://b) `c` **d** {{ 1 }} {% x %}');
  expect(new Set(table?.map((cells) => cells.length)).size).toBe(1);
});

test('facts that look like lists, rules or headings are one entry each', () => {
  const facts = ['1. one', '2) two', '- - -', '+ a', '# b', '===', '1:30 - 2.5', '$1 and $2'];
  const markdown = markdownReport(summaryOf([]), sampleContext({ facts }));
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  expect([...document.querySelectorAll('li')].map((entry) => entry.textContent)).toEqual(facts);
  expect(document.querySelectorAll('ol, hr, ul ul')).toHaveLength(0);
  expect(markdown).toContain(String.raw`- \$1 and \$2`);
});

test('the raw page reads well', () => {
  const items = [outcome({ keyword: 'heat-pump costs, 2026', files: ['content/heat-pump.md'] })];
  expect(markdownReport(summaryOf(items), sampleContext())).toContain(
    String.raw`| 1 | heat-pump costs, 2026 | succeeded | heat-pump | content/heat-pump\.md | 1.0 |`,
  );
});

test('nothing is left out without limits', () => {
  const items = Array.from({ length: 500 }, (_, index) => outcome({ index }));
  const [table] = tablesOf(markdownReport(summaryOf(items), sampleContext()));
  expect(table).toHaveLength(501);
});
