import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { RunSummary } from '../../../src/core/summary.ts';
import { htmlReport } from '../../../src/reports/html.ts';
import { summaryOf } from '../../support/run-events.ts';
import { hostileItems, sampleContext, sampleItems } from './samples.ts';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });

async function renderValid(summary: RunSummary, context = sampleContext()) {
  const html = htmlReport(summary, context);
  const { results } = await validator.validateString(html);
  expect(results.flatMap((result) => result.messages)).toEqual([]);
  return { html, document: parseHTML(html).document };
}

test('one valid page without script, request or anything from elsewhere', async () => {
  const { html, document } = await renderValid(summaryOf(sampleItems()));
  expect(document.querySelectorAll('script, img, link, iframe, object, a')).toHaveLength(0);
  expect(html).not.toMatch(/url\(|@import/);
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('prefers-color-scheme: dark');
  expect(html).toContain('width=device-width');
});

test('a row a keyword in input order, with fate, figures, error and remedies', async () => {
  const { document } = await renderValid(summaryOf(sampleItems()));
  expect(document.querySelector('h1')?.textContent).toBe(sampleContext().headline);
  const rows = [...document.querySelectorAll('tbody tr')];
  expect(rows.map((row) => row.querySelector('.status')?.textContent)).toEqual([
    'not started',
    'succeeded',
    'failed',
    'cancelled',
  ]);
  expect(rows[2]?.querySelector('.error')?.textContent).toBe(
    'Research found nothing. (NO_SOURCES)',
  );
  expect(rows[2]?.querySelector('.remedy')?.textContent).toBe('→ Add documents with --library');
  const figures = [...(rows[1]?.querySelectorAll('td') ?? [])].map((cell) => [
    cell.getAttribute('data-head'),
    cell.textContent,
  ]);
  expect(figures).toContainEqual(['Words', '1,240']);
  expect(figures).toContainEqual(['Cost (USD)', '0.2500']);
  expect(document.querySelectorAll('thead th')).toHaveLength(figures.length + 1);
});

test('hostile texts stay texts', async () => {
  const items = hostileItems();
  const facts = ['</style><script>alert(1)</script>', '{{ 1 }}'];
  const summary = summaryOf(items, { run: '"><script>', command: '<b>' });
  const { document } = await renderValid(summary, sampleContext({ facts }));
  expect(document.querySelectorAll('script, b')).toHaveLength(0);
  expect([...document.querySelectorAll('li')].map((entry) => entry.textContent)).toEqual(facts);
  expect(document.querySelectorAll('tbody tr')).toHaveLength(items.length);
  expect(document.querySelector('tbody')?.textContent).toContain('<script>alert(1)</script>');
});

test('a run without keywords is a page too', async () => {
  const { document } = await renderValid(summaryOf([]), sampleContext({ facts: [] }));
  expect(document.querySelectorAll('table, ul')).toHaveLength(0);
});
