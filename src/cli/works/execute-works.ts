import { resolve } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import type { PriceList } from '../../core/price.ts';
import type { RunSession } from '../../run/run-session.ts';
import { startWorks } from '../../run/works/start-works.ts';
import type { WorksItem } from '../../run/works/works-item.ts';
import type { WorksSpec } from '../../run/works/works-spec.ts';
import { executeRun, type DisplayFlags } from '../execute-run.ts';
import { stdoutColumns } from '../stdout-columns.ts';
import { openOutput } from './open-output.ts';

export interface WorksExecution {
  session: RunSession<WorksItem>;
  loaded: LoadedSettings;
  prices: PriceList;
  cwd: string;
  spec: WorksSpec;
  notes: readonly string[];
  flags: Omit<DisplayFlags, 'json'>;
}

/** Where a line is cut when nobody looks at it. */
const USUAL_COLUMNS = 120;

/** Works on a session of a fetch and writes its works; gives the exit code. */
export function executeWorks(execution: WorksExecution): Promise<number> {
  const { session, spec, loaded, flags } = execution;
  const path =
    spec.outputPath === undefined ? undefined : resolve(loaded.baseDirectory, spec.outputPath);
  const isOnStdout = path === undefined;
  // Data on standard output is read by programs: nobody follows the progress beside it.
  const isSilenced = isOnStdout && spec.format !== 'table' && flags.reporter === 'default';
  const quiet = flags.quiet || (isSilenced && !flags.debug);
  return executeRun(
    { ...execution, flags: { ...flags, quiet, json: false }, stdoutIsTaken: isOnStdout },
    async (surroundings) => {
      const columns = stdoutColumns(process.stdout) ?? USUAL_COLUMNS;
      const output = openOutput(spec, { path, run: session.run, columns });
      try {
        return await startWorks({
          ...execution,
          ...surroundings,
          output,
          trace: (text) => {
            if (flags.debug) surroundings.note(text);
          },
        });
      } catch (error) {
        output.discard();
        throw error;
      }
    },
  );
}
