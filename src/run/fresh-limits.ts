import type { Ledger } from '../ledger/ledger.ts';
import type { StoredLimits } from '../ledger/records.ts';

/** What was told longer ago says little: plans change, and a limit a day is told as what is left of the day. */
const GOOD_FOR_MS = 24 * 3_600_000;

/** What providers said about their limits in the last day. */
export async function freshLimits(
  ledger: Pick<Ledger, 'readLimits'>,
  now: Date,
): Promise<StoredLimits[]> {
  const limits = await ledger.readLimits();
  const oldest = new Date(now.getTime() - GOOD_FOR_MS).toISOString();
  return limits.filter(({ learnedAt }) => learnedAt >= oldest);
}
