import { AppError, isAbortError } from './errors.ts';
import type { ErrorReport } from './events.ts';

/** Any error as data. What is not ours is a fault of the program and says so. */
export function reportError(error: unknown): ErrorReport {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, suggestions: error.suggestions };
  }
  if (isAbortError(error)) {
    return { code: 'CANCELLED', message: 'Cancelled.', suggestions: [] };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'INTERNAL',
    message: `Unexpected: ${message}`,
    suggestions: ['Run again with --debug and report the details.'],
  };
}
