import { resolve } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import type { PriceList } from '../../core/price.ts';
import type { SourceItem } from '../../core/source-item.ts';
import { openFile } from '../../output/write-file-atomically.ts';
import type { ExtractionSource } from '../../run/extraction/extraction-source.ts';
import type { ExtractionSpec } from '../../run/extraction/extraction-spec.ts';
import { startExtraction } from '../../run/extraction/start-extraction.ts';
import type { RunSession } from '../../run/run-session.ts';
import { executeRun, type DisplayFlags } from '../execute-run.ts';
import { STANDARD_OUTPUT } from '../standard-output.ts';

export interface ExtractionExecution {
  session: RunSession<SourceItem>;
  loaded: LoadedSettings;
  prices: PriceList;
  cwd: string;
  spec: ExtractionSpec;
  source: ExtractionSource;
  notes: readonly string[];
  flags: DisplayFlags & { password?: string | undefined; workers?: number | undefined };
}

/** Works on a session of an extraction and writes its rows; gives the exit code. */
export function executeExtraction(execution: ExtractionExecution): Promise<number> {
  const { session, spec, flags } = execution;
  const outputPath =
    spec.outputPath === undefined
      ? undefined
      : resolve(execution.loaded.baseDirectory, spec.outputPath);
  return executeRun(
    { ...execution, stdoutIsTaken: flags.json || outputPath === undefined },
    async (surroundings) => {
      const file = outputPath === undefined ? undefined : openFile(outputPath, session.run);
      try {
        return await startExtraction({
          ...execution,
          ...surroundings,
          sink: file ?? STANDARD_OUTPUT,
          commit: async () => file?.commit(),
          password: flags.password,
          workers: flags.workers,
        });
      } catch (error) {
        file?.discard();
        throw error;
      }
    },
  );
}
