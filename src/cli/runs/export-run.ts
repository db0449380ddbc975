import { writeFileAtomically } from '../../output/write-file-atomically.ts';
import { formatOfPath, type ReportFormat } from '../../reports/format-of-path.ts';
import { reportFormats } from '../../reports/report-formats.ts';
import { reportUnwritable } from '../../reports/report-unwritable.ts';
import type { RunSummary } from '../../core/summary.ts';
import { reportContext } from '../report-context.ts';

export interface ExportTarget {
  /** Where it is not given, the ending of `output` says it; without that it is JSON. */
  format?: ReportFormat | undefined;
  /** Path of the file; standard output where it is absent or `-`. */
  output?: string | undefined;
}

/**
 * Writes what a run came to into a file, or hands it back for standard output.
 * @throws AppError `USAGE` for an unknown ending, `OUTPUT_UNWRITABLE`.
 */
export async function exportRun(
  summary: RunSummary,
  { format, output }: ExportTarget,
): Promise<string | undefined> {
  const path = output === '-' ? undefined : output;
  const chosen = format ?? (path === undefined ? 'json' : formatOfPath(path));
  const render = await reportFormats[chosen]();
  const content = render(summary, reportContext(summary));
  if (path === undefined) return content;
  try {
    await writeFileAtomically(path, content);
  } catch (error) {
    throw reportUnwritable([error]);
  }
  return undefined;
}
