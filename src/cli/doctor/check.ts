import { AppError, exitCodeOf } from '../../core/errors.ts';
import type { ErrorCode } from '../../core/errors.ts';

/** One thing that `doctor` looked at. */
export interface Check {
  name: string;
  status: 'ok' | 'warning' | 'failed' | 'skipped';
  message: string;
  /** What to do about it. */
  remedy?: string;
  /** What kind of failure it is; for failed checks only. */
  code?: ErrorCode;
}

/** Runs a check; what it throws becomes a failed check of the same name. */
export async function runCheck(
  name: string,
  look: () => Promise<Omit<Check, 'name'>>,
): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    return { name, ...failedWith(error) };
  }
}

function failedWith(error: unknown): Omit<Check, 'name'> {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof AppError)) return { status: 'failed', message, code: 'INTERNAL' };
  const remedy = error.suggestions.join(' ');
  return { status: 'failed', message, code: error.code, ...(remedy === '' ? {} : { remedy }) };
}

/** 0 without failures; 3 when all of them are about credentials or quota; else 2, for something to be set right. */
export function exitCodeOfChecks(checks: readonly Check[]): 0 | 2 | 3 {
  const failed = checks.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return 0;
  const isAccount = ({ code = 'INTERNAL' }: Check) => exitCodeOf(new AppError(code, '')) === 3;
  return failed.every(isAccount) ? 3 : 2;
}
