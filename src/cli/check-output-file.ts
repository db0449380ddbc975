import { stat } from 'node:fs/promises';
import { AppError } from '../core/errors.ts';
import { openFile } from '../output/write-file-atomically.ts';

/** Looks whether a file can be written, before anything is spent. @throws AppError `OUTPUT_UNWRITABLE`. */
export async function checkOutputFile(path: string, example: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new AppError('OUTPUT_UNWRITABLE', `Cannot write to ${path}: it is a folder.`, {
      suggestions: [`Name a file in it: --output ${example}`],
    });
  }
  openFile(path).discard();
}
