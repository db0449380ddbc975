import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { RunSummary } from '../core/summary.ts';
import type { ReportContext } from '../reports/report-context.ts';
import {
  describeEstimate,
  describeResult,
  describeStop,
  describeUsage,
  nextSteps,
} from './describe-run.ts';

/** The words of the closing summary for reports. */
export function reportContext(summary: RunSummary): ReportContext {
  const stop = describeStop(summary);
  const estimate = describeEstimate(summary);
  return {
    headline: describeResult(summary),
    facts: [
      ...(stop === undefined ? [] : [stop]),
      describeUsage(summary).join(' · '),
      ...(estimate === undefined ? [] : [estimate]),
      ...nextSteps(summary),
    ],
    pagesDirectory: join(packageRoot(), 'templates', 'pages'),
  };
}
