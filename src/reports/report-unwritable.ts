import { AppError } from '../core/errors.ts';

/** The error for reports that cannot be written, one failure an entry. */
export function reportUnwritable(failures: readonly unknown[]): AppError {
  const messages = failures.map((error) =>
    error instanceof Error ? error.message : String(error),
  );
  const message =
    messages.length === 1
      ? messages.join()
      : `${messages.length} reports cannot be written:\n${messages.map((text) => `  - ${text}`).join('\n')}`;
  return new AppError('OUTPUT_UNWRITABLE', message, {
    suggestions: [
      'Name another place for the report, change the permissions there, or free some space.',
      'Reports of every run can be had later too: seo-content runs export RUN --format csv',
    ],
    cause: failures[0],
  });
}
