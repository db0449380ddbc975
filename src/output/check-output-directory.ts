import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputUnwritable } from './output-unwritable.ts';

/**
 * Makes the folder where it is missing and proves that files can be written there, before anything is spent.
 * Permission bits do not tell, so a file is written and removed.
 * @throws AppError `OUTPUT_UNWRITABLE`.
 */
export async function checkOutputDirectory(directory: string): Promise<void> {
  const probe = join(directory, `.probe.${randomUUID()}.tmp`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(probe, 'seo-content\n', { flag: 'wx' });
    await rm(probe);
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined);
    throw outputUnwritable(directory, error);
  }
}
