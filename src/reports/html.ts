import { Liquid } from 'liquidjs';
import { foldText } from '../core/fold-text.ts';
import type { ItemOutcome, RunSummary } from '../core/summary.ts';
import { itemColumns, itemHead } from './item-columns.ts';
import type { ReportContext } from './report-context.ts';

/**
 * The run as one HTML page that needs nothing else: no script, no request. The template is `report.liquid` in the
 * folder that the context names; all that it prints is escaped.
 */
export function htmlReport(summary: RunSummary, context: ReportContext): string {
  const liquid = new Liquid({
    root: context.pagesDirectory,
    extname: '.liquid',
    outputEscape: 'escape',
    strictFilters: true,
  });
  return String(liquid.renderFileSync('report', pageScope(summary, context)));
}

function pageScope(summary: RunSummary, { headline, facts, item }: ReportContext) {
  const name = itemHead(item);
  // The keyword and its fate stand in the first cell of a row, whatever the width of the screen.
  const columns = itemColumns(summary.items, item).filter(
    ({ head }) => head !== name && head !== 'Status',
  );
  return {
    run: foldText(summary.run),
    command: foldText(summary.command),
    createdAt: summary.createdAt,
    date: new Date(summary.createdAt).toUTCString().replace('GMT', 'UTC'),
    headline: foldText(headline),
    isGood: summary.exitCode === 0,
    facts: facts.map(foldText),
    item: name,
    heads: columns.map(({ head, isNumber }) => ({ text: head, isNumber })),
    rows: summary.items.map((item) => ({
      keyword: foldText(item.keyword),
      status: item.status,
      statusName: item.status.replace('-', ' '),
      error: errorScope(item),
      cells: columns.map(({ head, isNumber, textOf }) => ({
        head,
        isNumber,
        text: foldText(textOf(item)),
      })),
    })),
  };
}

function errorScope({ error }: ItemOutcome) {
  if (error === undefined) return undefined;
  return {
    code: error.code,
    message: foldText(error.message),
    suggestions: error.suggestions.map(foldText),
  };
}
