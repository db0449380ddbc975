import { AppError } from '../core/errors.ts';

const CORRUPT = 11;
const NOT_A_DATABASE = 26;
/** The file system itself found the file damaged. */
const CORRUPT_FILE_SYSTEM = 8458;
const BUSY = 5;
const FULL = 13;
/** The index of the write-ahead log cannot be made. */
const NO_ROOM_FOR_INDEX = 4874;

const DAMAGE_REMEDIES = [
  'To go on, copy the file away for safe keeping, and delete it together with those whose names go on with -wal and -shm, or restore all of them from a backup.',
  'Articles and dossiers that are already written are not affected.',
];

/** What is stored is not what was stored. `what` says where, such as `table calls`. */
export function ledgerDamaged(location: string, what: string, cause?: unknown): AppError {
  return new AppError('LEDGER_DAMAGED', `The ledger ${location} is damaged: ${what}.`, {
    suggestions: DAMAGE_REMEDIES,
    cause,
  });
}

/** True for an error that `ledgerDamaged` has made. */
export function isDamage(error: unknown): boolean {
  return error instanceof AppError && error.code === 'LEDGER_DAMAGED';
}

/** The ledger is sound as far as is known, and cannot be used: `problem` begins with a verb. */
export function ledgerUnusable(
  location: string,
  problem: string,
  suggestions: readonly string[],
  cause?: unknown,
): AppError {
  return new AppError('LEDGER_UNUSABLE', `The ledger ${location} ${problem}.`, {
    suggestions,
    cause,
  });
}

/** True for a database that another process is writing to right now. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** What a failure of SQLite or the file system means to the user; a fault of the program comes back as it is. */
export function toLedgerError(
  location: string,
  error: unknown,
  attempt: 'opened' | 'read' | 'written',
): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ERR_INVALID_STATE') {
    return ledgerUnusable(location, 'is closed', ['Run the command again.'], error);
  }
  // A number that no row of ours can hold.
  if (error.code === 'ERR_OUT_OF_RANGE') return ledgerDamaged(location, error.message, error);
  if (error.code !== 'ERR_SQLITE_ERROR' && !('syscall' in error)) return error;
  const code = primaryCode(error);
  if (code === CORRUPT || code === NOT_A_DATABASE || sqliteCode(error) === CORRUPT_FILE_SYSTEM) {
    return ledgerDamaged(location, error.message, error);
  }
  const isUsedByOther = code === BUSY;
  const reason = isUsedByOther ? 'another process has been writing to it too long' : error.message;
  const first = isUsedByOther
    ? 'Wait until that process has ended'
    : isFull(error)
      ? 'Free some space'
      : 'Check that the file and its folder can be read and written and that the disk is sound';
  const then = attempt === 'written' ? 'then: seo-content batch --resume' : 'and run again.';
  return ledgerUnusable(location, `cannot be ${attempt}: ${reason}`, [`${first}, ${then}`], error);
}

function isFull(error: Error & { code: unknown }): boolean {
  const names: unknown[] = ['ENOSPC', 'EDQUOT'];
  const code = sqliteCode(error);
  return names.includes(error.code) || code === FULL || code === NO_ROOM_FOR_INDEX;
}

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

/** The low byte of an extended code is the code that it extends. */
function primaryCode(error: unknown): number | undefined {
  const code = sqliteCode(error);
  return code === undefined ? undefined : code & 0xff;
}
