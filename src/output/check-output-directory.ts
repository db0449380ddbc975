import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { outputUnwritable } from './output-unwritable.ts';

/**
 * Makes the folder where it is missing and proves that files can be written there, before anything is spent.
 * Permission bits do not tell, so a file is written and removed.
 * @throws AppError `OUTPUT_UNWRITABLE`.
 */
export async function checkOutputDirectory(directory: string): Promise<void> {
  const probe = join(directory, `.probe.${randomUUID()}.tmp`);
  try {
    await makeDirectory(directory);
    await writeFile(probe, 'seo-content\n', { flag: 'wx' });
    await rm(probe);
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined);
    throw outputUnwritable(directory, error);
  }
}

/** Folder by folder: Node's own recursive way never ends below some virtual file systems, such as `/proc`. */
async function makeDirectory(directory: string): Promise<void> {
  if ((await stat(directory).catch(() => undefined))?.isDirectory()) return;
  const parent = dirname(directory);
  if (parent !== directory) await makeDirectory(parent);
  await mkdir(directory).catch(async (error: unknown) => {
    // Another process may have been quicker.
    if (!(await stat(directory).catch(() => undefined))?.isDirectory()) throw error;
  });
}
