import { AppError } from '../../core/errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StoredRun } from '../../ledger/records.ts';

/** The run that is meant: by its name or the beginning of it, the newest when none is named. @throws AppError `RUN_UNKNOWN`. */
export async function pickRun(
  ledger: Pick<Ledger, 'findRun' | 'listRuns'>,
  name: string | undefined,
): Promise<StoredRun> {
  if (name !== undefined) return ledger.findRun(name);
  const [newest] = await ledger.listRuns({ limit: 1 });
  if (newest !== undefined) return newest;
  throw new AppError('RUN_UNKNOWN', 'No run has been recorded here yet.', {
    suggestions: ['Begin one: seo-content batch "first keyword" "second keyword"'],
  });
}
