import { randomUUID } from 'node:crypto';
import { closeSync, fsync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { outputUnwritable } from './output-unwritable.ts';

const toDisk = promisify(fsync);

/**
 * Writes a file whole or not at all: into a temporary file beside it, to the disk, then over the old one.
 * A missing folder is made. A failure leaves the old file as it was and nothing else. Only what waits for the disk is
 * asynchronous: the rest takes microseconds, and a detour through the thread pool many times that.
 * @param owner part of the temporary file's name, by which `removeLeftovers` finds what a killed process left behind.
 * @throws AppError `OUTPUT_UNWRITABLE`.
 */
export async function writeFileAtomically(
  path: string,
  content: string,
  owner = 'seo-content',
): Promise<void> {
  const file = openFile(path, owner);
  await file.write(content);
  await file.commit();
}

/** A file that is written piece by piece and takes its place whole. */
export interface OpenFile {
  /** @throws AppError `OUTPUT_UNWRITABLE`; nothing is left of the file then. */
  write: (content: string) => Promise<void>;
  /** Puts it in the place of the old one. @throws as `write`. */
  commit: () => Promise<void>;
  /** Leaves the old one as it was. */
  discard: () => void;
}

/** Begins to write a file in a temporary file beside it. @throws AppError `OUTPUT_UNWRITABLE`. */
export function openFile(path: string, owner = 'seo-content'): OpenFile {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${owner}.${randomUUID()}.tmp`);
  let descriptor: number | undefined;
  const discard = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
    removeIfThere(temporary);
  };
  const orDiscard = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      discard();
      throw outputUnwritable(path, error);
    }
  };
  try {
    descriptor = openNew(temporary);
  } catch (error) {
    throw outputUnwritable(path, error);
  }
  const file = descriptor;
  return {
    write: (content) => orDiscard(() => writeFileSync(file, content)),
    commit: () =>
      orDiscard(async () => {
        await toDisk(file);
        closeSync(file);
        descriptor = undefined;
        renameSync(temporary, path);
        await syncFolder(folder);
      }),
    discard,
  };
}

/** Opens a file that must not exist; makes its folder when there is none. */
function openNew(path: string): number {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'wx');
  }
}

/** Makes the new name durable. Windows needs no such call, and some folders and file systems refuse it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    await toDisk(handle);
  } catch {
    // The file itself is whole and on the disk.
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What went wrong before is what counts.
  }
}
