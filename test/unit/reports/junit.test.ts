import { array, assert, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { junitReport } from '../../../src/reports/junit.ts';
import { parseXml, type XmlElement } from '../../support/parse-xml.ts';
import { NOTHING_FOUND, outcome, summaryOf } from '../../support/run-events.ts';
import { hostileItems, sampleItems } from './samples.ts';

const suiteOf = (xml: string): XmlElement => {
  const [suite] = parseXml(xml).children;
  if (suite === undefined) throw new Error('no test suite');
  return suite;
};
const casesOf = (xml: string): XmlElement[] =>
  suiteOf(xml).children.filter(({ name }) => name === 'testcase');

test('a suite a run, a case a keyword, in input order', () => {
  const xml = junitReport(summaryOf(sampleItems()));
  const counts = { tests: '4', failures: '1', errors: '0', skipped: '2', time: '62.000' };
  expect(parseXml(xml).attributes).toEqual({ name: 'seo-content', ...counts });
  expect(suiteOf(xml).attributes).toEqual({
    name: 'r1',
    timestamp: '2026-03-02T08:00:00',
    ...counts,
  });
  expect(
    casesOf(xml).map(({ attributes, children }) => [
      attributes['name'],
      attributes['classname'],
      attributes['time'],
      children.map(({ name }) => name).join(),
    ]),
  ).toEqual([
    ['late', 'batch', '0.000', 'skipped,system-out'],
    ['heat pump', 'batch', '61.234', 'system-out'],
    ['x', 'batch', '1.000', 'failure,system-out'],
    ['cut', 'batch', '0.005', 'skipped,system-out'],
  ]);
});

test('a failure tells code, message and remedies; a skipped case why', () => {
  const cases = casesOf(junitReport(summaryOf(sampleItems())));
  expect(cases[2]?.children[0]).toEqual({
    name: 'failure',
    attributes: { type: 'NO_SOURCES', message: 'Research found nothing.' },
    children: [],
    text: 'Research found nothing.\n→ Add documents with --library',
  });
  expect(cases[0]?.children[0]?.attributes).toEqual({ message: 'not started' });
  expect(cases[3]?.children[0]?.attributes).toEqual({ message: 'cancelled' });
  expect(cases[1]?.children[0]?.text).toContain('cost_usd: 0.25');
  expect(cases[1]?.children[0]?.text).toContain('files: content/heat-pump.md|');
});

test('what stopped the run is told, though no keyword may be to blame', () => {
  const stopError = { ...NOTHING_FOUND, code: 'BUDGET_EXHAUSTED' as const };
  const suite = suiteOf(junitReport(summaryOf([], { stopError, stoppedBy: 'budget' })));
  expect(suite.children.at(-1)).toMatchObject({
    name: 'system-err',
    text: 'Research found nothing.\n→ Add documents with --library',
  });
  expect(JSON.stringify(suite.children[0])).toContain('"stopped_by","value":"budget"');
});

test('hostile texts stay texts', () => {
  const cases = casesOf(junitReport(summaryOf(hostileItems())));
  expect(cases).toHaveLength(hostileItems().length);
  const names = cases.map(({ attributes }) => attributes['name']);
  expect(names).toContain('<script>alert(1)</script>');
  expect(names).toContain(']]><x a="1">&amp;&#0;');
  expect(names).toContain('a,"b"\nc');
});

test('every text gives well-formed XML', () => {
  const anyText = string({ unit: 'binary', maxLength: 40 });
  assert(
    property(anyText, array(integer({ min: 0, max: 0xffff })), (text, units) => {
      const error = { ...NOTHING_FOUND, message: String.fromCharCode(...units) };
      const items = [outcome({ keyword: text, status: 'failed', error, files: [text] })];
      const xml = junitReport(summaryOf(items, { run: text, stopError: error }));
      expect(casesOf(xml)).toHaveLength(1);
    }),
  );
});
