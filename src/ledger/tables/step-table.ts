import type { ErrorReport, StepName } from '../../core/events.ts';
import type { StepRecord, StoredStep } from '../records.ts';
import type { SealedTable, TableShape } from '../sealed-table.ts';
import { readOptionalJson, readUsage, withoutGaps, writeOptionalJson } from './stored-json.ts';

/** The last end of one step of one item. */
export interface StepRow {
  run: string;
  item: number;
  step: string;
  input: string | null;
  family: string | null;
  subject: string | null;
  ok: number;
  error: string | null;
  usage: string;
  saved: string;
  started_at: string;
  made_at: string;
  milliseconds: number;
  attempts: number;
}

export const STEP_TABLE: TableShape<StepRow> = {
  name: 'steps',
  columns: [
    'run',
    'item',
    'step',
    'input',
    'family',
    'subject',
    'ok',
    'error',
    'usage',
    'saved',
    'started_at',
    'made_at',
    'milliseconds',
    'attempts',
  ],
  key: ['run', 'item', 'step'],
};

export function newStepRow(record: StepRecord): StepRow {
  return {
    run: record.run,
    item: record.item,
    step: record.step,
    input: record.input ?? null,
    family: record.family ?? null,
    subject: record.subject ?? null,
    ok: record.ok ? 1 : 0,
    error: writeOptionalJson(record.error),
    usage: JSON.stringify(record.usage),
    saved: JSON.stringify(record.saved),
    started_at: record.startedAt,
    made_at: record.madeAt,
    milliseconds: record.milliseconds,
    attempts: 1,
  };
}

/** A step as the program knows it. */
export function toStoredStep(table: SealedTable<StepRow>, row: StepRow): StoredStep {
  return table.decode(() =>
    withoutGaps<StoredStep>({
      run: row.run,
      item: row.item,
      step: row.step as StepName,
      input: row.input,
      family: row.family,
      subject: row.subject,
      ok: row.ok === 1,
      error: readOptionalJson(row.error) as ErrorReport | undefined,
      usage: readUsage(row.usage),
      saved: readUsage(row.saved),
      startedAt: row.started_at,
      madeAt: row.made_at,
      milliseconds: row.milliseconds,
      attempts: row.attempts,
    }),
  );
}
