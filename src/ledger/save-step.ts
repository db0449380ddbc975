import type { LedgerStore } from './ledger-store.ts';
import { packJson } from './pack-json.ts';
import type { StepRecord } from './records.ts';
import { newOutputRow } from './tables/output-table.ts';
import { newStepRow } from './tables/step-table.ts';

/** Records the end of a step. What it made replaces what it made before; a bad end leaves that. */
export function saveStep(store: LedgerStore, record: StepRecord): void {
  const row = newStepRow(record);
  const isKept = record.ok && record.input !== undefined && record.output !== undefined;
  const output = isKept ? packJson(record.output) : undefined;
  const outputRow =
    output && record.input !== undefined ? newOutputRow(record, record.input, output) : undefined;
  const write = (): void => {
    const { run, item, step } = row;
    const runRow = store.changeRun(run);
    const before = store.steps.get(run, item, step);
    if (before === undefined) runRow.steps += 1;
    store.steps.put({ ...row, attempts: (before?.attempts ?? 0) + 1 });
    if (outputRow && output) store.outputs.put(outputRow, output);
  };
  // Outputs are looked for by their input; a step that keeps none is found by nobody.
  store.queue.add('step', write, outputRow?.input ?? '');
}
