import type { LedgerStore } from './ledger-store.ts';
import type { ReuseScope } from './ledger.ts';
import { unpackJson } from './pack-json.ts';
import type { KeptAnswer } from './records.ts';
import { readUsage } from './tables/stored-json.ts';

/** The answer to an equal call: of this run and item, else of this run, else the newest of any other that is not too old. */
export function findAnswer(
  store: LedgerStore,
  key: string,
  { run, item, notBefore, ownOnly }: ReuseScope,
): Promise<KeptAnswer | undefined> {
  return store.read(['call'], () => {
    const [row] = store.calls.select(
      `WHERE key = ?1 AND answer_sum IS NOT NULL AND (run = ?2 OR (?4 = 0 AND started_at >= ?5))
       ORDER BY run = ?2 AND item IS ?3 DESC, run = ?2 DESC, started_at DESC, id DESC LIMIT 1`,
      key,
      run,
      item ?? null,
      ownOnly ? 1 : 0,
      notBefore ?? '',
    );
    const content = row && store.calls.content(row);
    if (row === undefined || content === undefined) return undefined;
    return store.calls.decode(() => ({
      answer: unpackJson(content),
      usage: readUsage(row.usage),
      isOwn: row.run === run && row.item === (item ?? null),
    }));
  });
}
