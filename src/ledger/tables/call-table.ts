import type { ErrorReport, StepName } from '../../core/events.ts';
import type { CallRecord, StoredCall } from '../records.ts';
import { SealedTable, type TableShape } from '../sealed-table.ts';
import { readOptionalJson, readUsage, withoutGaps, writeOptionalJson } from './stored-json.ts';

/** One call that ended. */
export interface CallRow {
  id: number;
  run: string;
  item: number | null;
  step: string | null;
  key: string;
  provider: string;
  operation: string;
  model: string | null;
  detail: string;
  ok: number;
  error: string | null;
  status: number | null;
  usage: string;
  attempts: number;
  started_at: string;
  milliseconds: number;
  answer_sum: string | null;
  /** As stored; 0 where no answer is. */
  answer_bytes: number;
}

export const CALL_TABLE: TableShape<CallRow> = {
  name: 'calls',
  columns: [
    'id',
    'run',
    'item',
    'step',
    'key',
    'provider',
    'operation',
    'model',
    'detail',
    'ok',
    'error',
    'status',
    'usage',
    'attempts',
    'started_at',
    'milliseconds',
    'answer_sum',
    'answer_bytes',
  ],
  key: ['id'],
  content: 'answer',
};

/** The row of a call but for its number. */
export function newCallRow(record: CallRecord, answer: Uint8Array | null): CallRow {
  return {
    id: 0,
    run: record.run,
    item: record.item ?? null,
    step: record.step ?? null,
    key: record.key,
    provider: record.provider,
    operation: record.operation,
    model: record.model ?? null,
    detail: record.detail,
    ok: record.ok ? 1 : 0,
    error: writeOptionalJson(record.error),
    status: record.status ?? null,
    usage: JSON.stringify(record.usage),
    attempts: record.attempts,
    started_at: record.startedAt,
    milliseconds: record.milliseconds,
    answer_sum: answer === null ? null : SealedTable.sumOf(answer),
    answer_bytes: answer?.length ?? 0,
  };
}

/** A call as the program knows it. */
export function toStoredCall(table: SealedTable<CallRow>, row: CallRow): StoredCall {
  return table.decode(() =>
    withoutGaps<StoredCall>({
      run: row.run,
      item: row.item,
      step: row.step as StepName | null,
      key: row.key,
      provider: row.provider,
      operation: row.operation,
      model: row.model,
      detail: row.detail,
      ok: row.ok === 1,
      error: readOptionalJson(row.error) as ErrorReport | undefined,
      status: row.status,
      usage: readUsage(row.usage),
      attempts: row.attempts,
      startedAt: row.started_at,
      milliseconds: row.milliseconds,
      isKept: row.answer_sum !== null,
    }),
  );
}
