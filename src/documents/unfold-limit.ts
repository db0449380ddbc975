import type { AppError } from '../core/errors.ts';
import { unreadable } from './unreadable.ts';

const DEFAULT_RATIO = 200;
const ALWAYS_ALLOWED = 64 * 1024 * 1024;

/** Bytes that the compressed content of a file of `size` bytes may unfold to. */
export function unfoldLimit(size: number, maxRatio = DEFAULT_RATIO): number {
  return Math.max(ALWAYS_ALLOWED, size * maxRatio);
}

/** The error of a file whose compressed content unfolds to more than that. */
export function unfoldsTooFar(path: string, size: number, maxRatio = DEFAULT_RATIO): AppError {
  const limit = Math.round(unfoldLimit(size, maxRatio) / 1024 / 1024);
  return unreadable(
    path,
    `unfolds to more than ${limit} MB from ${(size / 1024 / 1024).toFixed(1)} MB, as files do that are made to exhaust memory`,
    ['Leave it out unless you trust where it comes from; then print it anew as a PDF.'],
  );
}
