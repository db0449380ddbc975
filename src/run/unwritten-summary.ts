import { reportError } from '../core/report-error.ts';
import type { RunSummary } from '../core/summary.ts';

/** What a run came to whose results are in the ledger, while the output that was asked for could not be written. */
export function unwrittenSummary(summary: RunSummary, error: unknown): RunSummary {
  return {
    ...summary,
    stoppedBy: summary.stoppedBy ?? 'storage',
    stopError: summary.stopError ?? reportError(error),
    exitCode: summary.exitCode === 0 ? 1 : summary.exitCode,
  };
}
