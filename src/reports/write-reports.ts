import type { RunSummary } from '../core/summary.ts';
import { writeFileAtomically } from '../output/write-file-atomically.ts';
import { formatOfPath } from './format-of-path.ts';
import type { ReportContext } from './report-context.ts';
import { reportFormats } from './report-formats.ts';
import { reportUnwritable } from './report-unwritable.ts';

/**
 * Writes a report to each path, in the format of its ending; missing folders are made. One that cannot be written
 * keeps no other from being written.
 * @throws AppError `OUTPUT_UNWRITABLE`, naming all that could not be written, after the others were tried.
 */
export async function writeReports(
  summary: RunSummary,
  paths: readonly string[],
  context: ReportContext,
): Promise<void> {
  const failures: unknown[] = [];
  for (const path of paths) {
    try {
      const render = await reportFormats[formatOfPath(path)]();
      await writeFileAtomically(path, render(summary, context));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw reportUnwritable(failures);
}
