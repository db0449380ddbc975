import { createLiveDisplay } from '../progress/live-display.ts';
import { isSet } from '../should-color.ts';
import { createLinesReporter } from './lines.ts';
import { createNdjsonReporter } from './ndjson.ts';
import type { Reporter, ReporterFactory, ReporterOptions } from './reporter.ts';
import { createSilentReporter } from './silent.ts';

export type ReporterName = 'default' | 'lines' | 'ndjson' | 'silent';

/** The live display where somebody watches it; lines for logs, and for `--quiet` and `--debug`, which are about lines. */
const createDefaultReporter: ReporterFactory = (options) => {
  const { isTTY, env, quiet, debug } = options;
  const isAnimated = isTTY && env['TERM'] !== 'dumb' && !isSet(env['CI']) && !quiet && !debug;
  return isAnimated ? createLiveDisplay(options) : createLinesReporter(options);
};

const REPORTERS = {
  default: createDefaultReporter,
  lines: createLinesReporter,
  ndjson: createNdjsonReporter,
  silent: createSilentReporter,
} satisfies Record<ReporterName, ReporterFactory>;

/** The names for `--reporter`. */
export const REPORTER_NAMES = Object.keys(REPORTERS) as ReporterName[];

/** The reporter of that name; everything it shows goes to `stderr`. */
export function createReporter(name: ReporterName, options: ReporterOptions): Reporter {
  return REPORTERS[name](options);
}
