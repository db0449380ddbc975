import type { LearnedLimits } from './learned-limits.ts';
import type { Usage } from './usage.ts';

/** Stable names of everything that can go wrong; scripts may match on them. */
export type ErrorCode =
  | 'USAGE'
  | 'INPUT_INVALID'
  | 'CONFIG_INVALID'
  | 'KEY_MISSING'
  | 'KEY_REJECTED'
  | 'QUOTA_EXHAUSTED'
  | 'RATE_LIMITED'
  | 'REQUEST_REJECTED'
  | 'PROVIDER_UNAVAILABLE'
  | 'TIMEOUT'
  | 'ANSWER_INVALID'
  | 'NO_SOURCES'
  | 'SUPPORT_TOO_LOW'
  | 'DOCUMENT_UNREADABLE'
  | 'OUTPUT_UNWRITABLE'
  | 'BUDGET_EXHAUSTED'
  | 'LEDGER_UNUSABLE'
  | 'LEDGER_DAMAGED'
  | 'RUN_IN_USE'
  | 'RUN_UNKNOWN'
  | 'CANCELLED'
  | 'INTERNAL';

export interface AppErrorOptions {
  /** What the user can do about it, one remedy an entry. */
  suggestions?: readonly string[];
  /** True when the same call may succeed later; decided once, where the provider's error is wrapped. */
  retryable?: boolean;
  /** How long the provider asked to wait, in milliseconds. */
  retryAfterMs?: number;
  /** HTTP status of the answer, where there was one. */
  status?: number;
  /** What the answer told about the provider's limits. */
  limits?: LearnedLimits;
  /** What the failed work has consumed all the same. */
  usage?: Usage;
  /** True when the provider may charge for the failed attempt without having told how much. */
  perhapsPaid?: boolean;
  /** What the answers that are of no use were asked for; absent where that is all that a step got. */
  about?: string;
  cause?: unknown;
}

/** Why going on can only waste: no call gets through, none may be paid, or nothing more can be kept. */
export type TerminalStop = 'credentials-or-quota' | 'budget' | 'storage';

/** Codes that end a run in both modes. */
const RUN_STOPPING: Partial<Record<ErrorCode, TerminalStop>> = {
  KEY_MISSING: 'credentials-or-quota',
  KEY_REJECTED: 'credentials-or-quota',
  QUOTA_EXHAUSTED: 'credentials-or-quota',
  BUDGET_EXHAUSTED: 'budget',
  OUTPUT_UNWRITABLE: 'storage',
  LEDGER_UNUSABLE: 'storage',
  LEDGER_DAMAGED: 'storage',
};

/** Codes of a command that could not begin: wrong usage, input or configuration, places that do not serve. */
const USAGE_CODES: ReadonlySet<ErrorCode> = new Set([
  'USAGE',
  'INPUT_INVALID',
  'CONFIG_INVALID',
  'OUTPUT_UNWRITABLE',
  'DOCUMENT_UNREADABLE',
  'LEDGER_UNUSABLE',
  'LEDGER_DAMAGED',
  'RUN_IN_USE',
  'RUN_UNKNOWN',
]);

/** The one error of the program: a stable code, a message that says what failed and where, and remedies. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly suggestions: readonly string[];
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;
  readonly limits: LearnedLimits | undefined;
  readonly usage: Usage | undefined;
  readonly perhapsPaid: boolean;
  readonly about: string | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.suggestions = options.suggestions ?? [];
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
    this.limits = options.limits;
    this.usage = options.usage;
    this.perhapsPaid = options.perhapsPaid ?? false;
    this.about = options.about;
  }
}

/** Why a run ends with this error in both modes; undefined for the errors of one item. */
export function terminalStopOf(error: unknown): TerminalStop | undefined {
  return error instanceof AppError ? RUN_STOPPING[error.code] : undefined;
}

/** True for the error that an aborted `AbortSignal` throws, whoever wrapped it. */
export function isAbortError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || isAbortError(error.cause));
}

/** The exit code of a command that ends with this error: 2 before anything was spent, 3 for credentials, quota and budget, else 1. */
export function exitCodeOf(error: unknown): 1 | 2 | 3 {
  if (!(error instanceof AppError)) return 1;
  if (USAGE_CODES.has(error.code)) return 2;
  return RUN_STOPPING[error.code] === undefined ? 1 : 3;
}
