import type { StepName } from '../core/events.ts';
import { addUsage } from '../core/usage.ts';
import type { LedgerStore } from './ledger-store.ts';
import { packJson } from './pack-json.ts';
import type { CallRecord } from './records.ts';
import { newCallRow } from './tables/call-table.ts';
import { readUsage } from './tables/stored-json.ts';

/** Records a call with its answer; resolves when it is durable. */
export function saveCall(store: LedgerStore, record: CallRecord): Promise<void> {
  const isKept = record.ok && record.answer !== undefined;
  const answer = isKept ? packJson(record.answer) : null;
  const row = newCallRow(record, answer);
  const { usage } = record;
  return store.queue.commit('call', () => {
    const runRow = store.changeRun(row.run);
    runRow.calls += 1;
    const sum = store.runs.decode(() => addUsage(readUsage(runRow.usage), usage));
    runRow.usage = JSON.stringify(sum);
    store.calls.put({ ...row, id: store.calls.nextId() }, answer);
  });
}

/** Takes away the answers that a step of an item got, those about one thing where that is named. What they cost stays. */
export function rejectAnswers(
  store: LedgerStore,
  {
    run,
    item,
    step,
    about,
  }: { run: string; item: number; step: StepName; about?: string | undefined },
): void {
  store.queue.add('call', () => {
    const answered = 'WHERE run = ? AND item = ? AND step = ? AND answer_sum IS NOT NULL';
    for (const row of store.calls.select(answered, run, item, step)) {
      if (about === undefined || isAbout(row.detail, row.model, about))
        store.calls.put({ ...row, answer_sum: null, answer_bytes: 0 }, null);
    }
  });
}

/** Details of calls to a model end with its name and what is asked for, at first or once more. */
function isAbout(detail: string, model: string | null, about: string): boolean {
  const asked = `${model === null ? '' : ` ${model}`} ${about}`;
  return detail.endsWith(asked) || detail.endsWith(`${asked} again`);
}
