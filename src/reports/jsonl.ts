import type { RunSummary } from '../core/summary.ts';

/** A line an item in input order, each an `ItemOutcome` with the name of the run before it. */
export function jsonLinesReport(summary: RunSummary): string {
  return summary.items.map((item) => `${JSON.stringify({ run: summary.run, ...item })}\n`).join('');
}
