import { AppError } from '../core/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file stands where the folder should be',
  EISDIR: 'a folder stands where the file should be',
  ENAMETOOLONG: 'the path is too long',
};

/** The error for a path that cannot be written, with the reason in words. */
export function outputUnwritable(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const reason = (code === undefined ? undefined : REASONS[code]) ?? code ?? String(error);
  return new AppError('OUTPUT_UNWRITABLE', `Cannot write to "${path}": ${reason}.`, {
    suggestions: [
      code === 'ENOSPC' || code === 'EDQUOT'
        ? 'Free some space and run again.'
        : 'Choose a folder that you may write to with --output-dir, or change its permissions.',
    ],
    cause: error,
  });
}
