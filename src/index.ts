export { AppError } from './core/errors.ts';
export type { AppErrorOptions, ErrorCode } from './core/errors.ts';
export { BatchError } from './batch/batch-error.ts';
export type {
  BatchOptions,
  GroupContext,
  ItemContext,
  ProcessGroup,
  ProcessItem,
} from './batch/batch-options.ts';
export { BatchResult } from './batch/batch-result.ts';
export type { Clock } from './batch/clock.ts';
export type { BatchCounts, BatchEvent, BatchListener } from './batch/events.ts';
export { mapConcurrent } from './batch/map-concurrent.ts';
export type { MapOptions } from './batch/map-concurrent.ts';
export { RateLimiter } from './batch/rate-limiter.ts';
export type { RateLimiterOptions, RateLimits, Reservation } from './batch/rate-limiter.ts';
export { retry } from './batch/retry.ts';
export type { AttemptContext, RetryEvent, RetryOptions } from './batch/retry.ts';
export { runBatch } from './batch/run-batch.ts';
export type { SettledItem } from './batch/settled-item.ts';
export type { StopReason } from './batch/stop-control.ts';
export type { UserConfig } from './config/user-config.ts';
