import type { StepName } from '../core/events.ts';
import { addUsage } from '../core/usage.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { ReuseScope } from './ledger.ts';
import { unpackJson } from './pack-json.ts';
import type { KeptOutput } from './records.ts';
import { readUsage } from './tables/stored-json.ts';

/** How many subjects are looked through for a similar one. */
const MAXIMUM_SUBJECTS = 10_000;

/** The output of an equal step: of this run and item, else of this run, else the newest of any other that is not too old. */
export function findOutput(
  store: LedgerStore,
  input: string,
  { run, item, step, notBefore, ownOnly }: ReuseScope & { step: StepName },
): Promise<KeptOutput | undefined> {
  return store.read({ kinds: ['step'], key: input }, () => {
    const [row] = store.outputs.select(
      `WHERE input = ?1 AND step = ?2 AND output_sum IS NOT NULL
         AND (run = ?3 OR (?5 = 0 AND made_at >= ?6))
       ORDER BY run = ?3 AND item IS ?4 DESC, run = ?3 DESC, made_at DESC, rowid DESC LIMIT 1`,
      input,
      step,
      run,
      item ?? null,
      ownOnly ? 1 : 0,
      notBefore ?? '',
    );
    const content = row && store.outputs.content(row);
    if (row === undefined || content === undefined) return undefined;
    const isOwn = row.run === run && row.item === item;
    return store.outputs.decode(() => {
      const usage = readUsage(row.usage);
      const saved = readUsage(row.saved);
      return {
        output: unpackJson(content),
        usage: isOwn ? usage : addUsage(usage, saved),
        saved,
        isOwn,
        madeAt: row.made_at,
      };
    });
  });
}

/** Subjects of the same family, newest first, each with the input of its newest output. */
export function findSubjects(
  store: LedgerStore,
  family: string,
  { run, notBefore, ownOnly }: ReuseScope,
): Promise<{ subject: string; input: string }[]> {
  return store.read(['step'], () => {
    const rows = store.outputs.select(
      `WHERE family = ?1 AND subject IS NOT NULL AND output_sum IS NOT NULL
         AND (run = ?2 OR (?3 = 0 AND made_at >= ?4))
       ORDER BY made_at DESC, rowid DESC LIMIT ${MAXIMUM_SUBJECTS}`,
      family,
      run,
      ownOnly ? 1 : 0,
      notBefore ?? '',
    );
    const newest = new Map<string, { subject: string; input: string }>();
    for (const { input, subject } of rows) {
      if (!newest.has(input)) newest.set(input, { subject: subject ?? '', input });
    }
    return [...newest.values()];
  });
}

/** The output of one step of one item, whatever it was made of. */
export function readOutput(
  store: LedgerStore,
  run: string,
  item: number,
  step: StepName,
): Promise<unknown> {
  return store.read(['step'], () => {
    const row = store.outputs.get(run, item, step);
    const content = row && store.outputs.content(row);
    return content && store.outputs.decode(() => unpackJson(content));
  });
}
