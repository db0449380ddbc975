import { AppError, type ErrorCode } from '../core/errors.ts';
import type { BatchResult } from './batch-result.ts';

/** The run itself broke, not an item: the items or a callback threw. What was in flight had settled before. */
export class BatchError<T, R> extends AppError {
  /** What was done until then. */
  readonly result: BatchResult<T, R>;

  constructor(code: ErrorCode, message: string, cause: Error, result: BatchResult<T, R>) {
    super(code, message, { cause });
    this.result = result;
  }
}
