import type { ReporterFactory } from './reporter.ts';

/** Shows nothing; errors still reach the caller. */
export const createSilentReporter: ReporterFactory = () => ({
  onEvent: () => {},
  note: () => {},
  close: async () => {},
});
