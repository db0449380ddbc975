import type { AppError } from '../core/errors.ts';
import { unreadable } from './unreadable.ts';

/** The error of a file that took longer than it may. */
export function timeOver(path: string, timeoutMs: number): AppError {
  return unreadable(path, `could not be read within ${Math.ceil(timeoutMs / 1000)} seconds`, [
    'Split it, or print it anew as a PDF, which often makes it simpler.',
  ]);
}
