import { AppError } from '../core/errors.ts';

/** The error of a document that cannot be read: what about it, and what to do. */
export function unreadable(
  path: string,
  /** Goes on after `The document PATH`, without a full stop. */
  reason: string,
  suggestions: readonly string[],
  cause?: unknown,
): AppError {
  return new AppError('DOCUMENT_UNREADABLE', `The document ${path} ${reason}.`, {
    suggestions,
    ...(cause === undefined ? {} : { cause }),
  });
}
