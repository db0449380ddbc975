import type { Ledger } from '../ledger/ledger.ts';
import type { CallRecord, KeptAnswer } from '../ledger/records.ts';
import type { CallScope, Keeping } from '../providers/call.ts';

/** Where the answers of a run's calls are kept before they are used. */
export interface KeptAnswers {
  find(key: string, keep: Keeping, scope: CallScope): Promise<KeptAnswer | undefined>;
  /** Resolves when the call is safe; only then may its answer be used. */
  save(call: Omit<CallRecord, 'run'>): Promise<void>;
}

export interface KeptAnswersOptions {
  run: string;
  /** What research of other runs found before then is too old; ISO 8601. */
  researchNotBefore: string;
  /** Use nothing that other runs have paid for. */
  ownOnly: boolean;
}

/** The answers in the ledger, as one run sees them. */
export function keptAnswersOf(ledger: Ledger, options: KeptAnswersOptions): KeptAnswers {
  const { run, researchNotBefore, ownOnly } = options;
  return {
    find: (key, keep, { item }) =>
      ledger.findAnswer(key, {
        run,
        item,
        ownOnly,
        notBefore: keep === 'research' ? researchNotBefore : undefined,
      }),
    save: (call) => ledger.saveCall({ ...call, run }),
  };
}
