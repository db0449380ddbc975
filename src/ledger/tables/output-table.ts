import type { StepRecord } from '../records.ts';
import { SealedTable, type TableShape } from '../sealed-table.ts';

/** The output of the last good end of one step of one item. */
export interface OutputRow {
  run: string;
  item: number;
  step: string;
  input: string;
  family: string | null;
  subject: string | null;
  usage: string;
  saved: string;
  made_at: string;
  output_sum: string | null;
  /** As stored; 0 where no output is. */
  output_bytes: number;
}

export const OUTPUT_TABLE: TableShape<OutputRow> = {
  name: 'outputs',
  columns: [
    'run',
    'item',
    'step',
    'input',
    'family',
    'subject',
    'usage',
    'saved',
    'made_at',
    'output_sum',
    'output_bytes',
  ],
  key: ['run', 'item', 'step'],
  content: 'output',
};

export function newOutputRow(record: StepRecord, input: string, output: Uint8Array): OutputRow {
  return {
    run: record.run,
    item: record.item,
    step: record.step,
    input,
    family: record.family ?? null,
    subject: record.subject ?? null,
    usage: JSON.stringify(record.usage),
    saved: JSON.stringify(record.saved),
    made_at: record.madeAt,
    output_sum: SealedTable.sumOf(output),
    output_bytes: output.length,
  };
}
