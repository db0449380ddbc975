import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { RunSummary } from '../core/summary.ts';
import type { ReportContext } from '../reports/report-context.ts';
import { describeEstimate, describeResult, describeStop, describeUsage } from './describe-run.ts';
import { describeSite } from './describe-site.ts';
import { nextSteps } from './next-steps.ts';
import { runWords } from './run-words.ts';
import { unseenStopError } from './unseen-stop-error.ts';

/** The words of the closing summary for reports. */
export function reportContext(summary: RunSummary): ReportContext {
  const stop = describeStop(summary);
  const error = unseenStopError(summary);
  const estimate = describeEstimate(summary);
  return {
    headline: describeResult(summary),
    item: runWords(summary.command).item,
    facts: [
      ...(stop === undefined ? [] : [stop]),
      ...(error === undefined ? [] : [error.message]),
      describeUsage(summary).join(' · '),
      ...(estimate === undefined ? [] : [estimate]),
      ...describeSite(summary),
      ...nextSteps(summary),
    ],
    pagesDirectory: join(packageRoot(), 'templates', 'pages'),
  };
}
