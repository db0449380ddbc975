import { AppError } from '../../core/errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StoredRun } from '../../ledger/records.ts';

/**
 * The run that is meant: by its name or the beginning of it; when none is named the newest, of these commands where
 * they are told. @throws AppError `RUN_UNKNOWN`.
 */
export async function pickRun(
  ledger: Pick<Ledger, 'findRun' | 'listRuns'>,
  name: string | undefined,
  commands?: readonly string[],
): Promise<StoredRun> {
  if (name !== undefined) return ledger.findRun(name);
  const runs = await ledger.listRuns(commands === undefined ? { limit: 1 } : {});
  const newest = runs.find(({ command }) => commands?.includes(command) ?? true);
  if (newest !== undefined) return newest;
  throw new AppError('RUN_UNKNOWN', 'No run has been recorded here yet.', {
    suggestions: ['Begin one: seo-content batch "first keyword" "second keyword"'],
  });
}
