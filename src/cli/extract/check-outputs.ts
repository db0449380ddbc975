import { resolve } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import { checkReportPaths } from '../../reports/check-report-paths.ts';
import type { ExtractionSpec } from '../../run/extraction/extraction-spec.ts';
import { checkOutputFile } from '../check-output-file.ts';

/** Looks whether rows and reports can be written, before anything is spent. @throws AppError `OUTPUT_UNWRITABLE`. */
export async function checkOutputs(
  { outputPath }: Pick<ExtractionSpec, 'outputPath'>,
  { settings, baseDirectory }: Pick<LoadedSettings, 'settings' | 'baseDirectory'>,
): Promise<void> {
  if (outputPath !== undefined)
    await checkOutputFile(resolve(baseDirectory, outputPath), 'rows.csv');
  await checkReportPaths(settings.reports);
}
