import type { ErrorReport } from '../../core/events.ts';
import type { SiteSummary, StopReason } from '../../core/summary.ts';
import { NO_USAGE } from '../../core/usage.ts';
import { unpackJson } from '../pack-json.ts';
import type { NewRun, RunState, SettingsChange, StoredRun } from '../records.ts';
import { SealedTable, type TableShape } from '../sealed-table.ts';
import { readOptionalJson, readUsage, withoutGaps } from './stored-json.ts';

/** One run with its totals, which are kept up to date with every record of it. */
export interface RunRow {
  run: string;
  command: string;
  dry_run: number;
  created_at: string;
  state: string;
  updated_at: string;
  sessions: number;
  milliseconds: number;
  total: number;
  succeeded: number;
  failed: number;
  cancelled: number;
  not_started: number;
  running: number;
  /** Rows of the run in the tables of steps and calls. */
  steps: number;
  calls: number;
  usage: string;
  saved: string;
  stopped_by: string | null;
  stop_error: string | null;
  exit_code: number | null;
  owner_pid: number | null;
  session_sum: string;
}

/** The content of a run's row: what changes only when a session begins or ends. */
export interface RunSession {
  settings: unknown;
  changes: readonly SettingsChange[];
  /** As the last session that ended in order left it. */
  site?: SiteSummary | undefined;
}

export const RUN_TABLE: TableShape<RunRow> = {
  name: 'runs',
  columns: [
    'run',
    'command',
    'dry_run',
    'created_at',
    'state',
    'updated_at',
    'sessions',
    'milliseconds',
    'total',
    'succeeded',
    'failed',
    'cancelled',
    'not_started',
    'running',
    'steps',
    'calls',
    'usage',
    'saved',
    'stopped_by',
    'stop_error',
    'exit_code',
    'owner_pid',
    'session_sum',
  ],
  key: ['run'],
  content: 'session',
};

/** The row of a run that has just begun. */
export function newRunRow(run: NewRun, total: number, session: Uint8Array, pid: number): RunRow {
  return {
    run: run.run,
    command: run.command,
    dry_run: run.dryRun ? 1 : 0,
    created_at: run.createdAt,
    state: 'running',
    updated_at: run.createdAt,
    sessions: 1,
    milliseconds: 0,
    total,
    succeeded: 0,
    failed: 0,
    cancelled: 0,
    not_started: total,
    running: 0,
    steps: 0,
    calls: 0,
    usage: JSON.stringify(NO_USAGE),
    saved: JSON.stringify(NO_USAGE),
    stopped_by: null,
    stop_error: null,
    exit_code: null,
    owner_pid: pid,
    session_sum: SealedTable.sumOf(session),
  };
}

/** What the first and the later sessions of a run have set. */
export function readSession(table: SealedTable<RunRow>, row: RunRow): RunSession {
  const content = table.content(row);
  return table.decode(() => {
    const session = unpackJson(content ?? new Uint8Array()) as RunSession;
    if (!Array.isArray(session.changes)) throw new TypeError('Changes are no list.');
    return session;
  });
}

/** A run as the program knows it. `isOwned`: some process works on it now. */
export function toStoredRun(table: SealedTable<RunRow>, row: RunRow, isOwned: boolean): StoredRun {
  const session = readSession(table, row);
  return table.decode(() =>
    withoutGaps<StoredRun>({
      run: row.run,
      command: row.command,
      dryRun: row.dry_run === 1,
      createdAt: row.created_at,
      settings: session.settings,
      state: row.state as RunState,
      updatedAt: row.updated_at,
      sessions: row.sessions,
      milliseconds: row.milliseconds,
      changes: session.changes,
      total: row.total,
      counts: {
        succeeded: row.succeeded,
        failed: row.failed,
        cancelled: row.cancelled,
        notStarted: row.not_started,
        running: row.running,
      },
      usage: readUsage(row.usage),
      saved: readUsage(row.saved),
      stoppedBy: row.stopped_by as StopReason | null,
      stopError: readOptionalJson(row.stop_error) as ErrorReport | undefined,
      exitCode: row.exit_code,
      site: session.site,
      ownerPid: isOwned ? row.owner_pid : null,
    }),
  );
}
