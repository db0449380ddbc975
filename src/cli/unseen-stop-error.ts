import type { ErrorReport } from '../core/events.ts';
import type { RunSummary } from '../core/summary.ts';

/** The error that stopped the run, unless a failed keyword shows it already. */
export function unseenStopError(summary: RunSummary): ErrorReport | undefined {
  const { stopError, items } = summary;
  const isSeen = items.some(
    ({ status, error }) => status === 'failed' && error?.message === stopError?.message,
  );
  return isSeen ? undefined : stopError;
}
