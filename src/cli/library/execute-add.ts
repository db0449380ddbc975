import type { LoadedSettings } from '../../config/load-settings.ts';
import type { PriceList } from '../../core/price.ts';
import type { SourceItem } from '../../core/source-item.ts';
import { startIngestion, type IngestionStart } from '../../run/ingestion/start-ingestion.ts';
import type { RunSession } from '../../run/run-session.ts';
import { executeRun } from '../execute-run.ts';
import type { AddFlags } from './add-flags.ts';

export interface AddExecution extends Pick<
  IngestionStart,
  'database' | 'late' | 'gone' | 'unchanged'
> {
  session: RunSession<SourceItem>;
  loaded: LoadedSettings;
  prices: PriceList;
  cwd: string;
  notes: readonly string[];
  flags: AddFlags;
}

/** Works on a session of adding documents; gives the exit code. */
export function executeAdd(execution: AddExecution): Promise<number> {
  const { password, workers } = execution.flags;
  return executeRun(execution, (surroundings) =>
    startIngestion({ ...execution, ...surroundings, password, workers }),
  );
}
