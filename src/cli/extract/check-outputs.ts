import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import { AppError } from '../../core/errors.ts';
import { openFile } from '../../output/write-file-atomically.ts';
import { checkReportPaths } from '../../reports/check-report-paths.ts';
import type { ExtractionSpec } from '../../run/extraction/extraction-spec.ts';

/** Looks whether rows and reports can be written, before anything is spent. @throws AppError `OUTPUT_UNWRITABLE`. */
export async function checkOutputs(
  { outputPath }: Pick<ExtractionSpec, 'outputPath'>,
  { settings, baseDirectory }: Pick<LoadedSettings, 'settings' | 'baseDirectory'>,
): Promise<void> {
  if (outputPath !== undefined) await checkFile(resolve(baseDirectory, outputPath));
  await checkReportPaths(settings.reports);
}

async function checkFile(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new AppError('OUTPUT_UNWRITABLE', `Cannot write to ${path}: it is a folder.`, {
      suggestions: ['Name a file in it: --output rows.csv'],
    });
  }
  openFile(path).discard();
}
