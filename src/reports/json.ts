import type { RunSummary } from '../core/summary.ts';

/** The summary as one document: what `--json` prints. */
export function jsonReport(summary: RunSummary): string {
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}
