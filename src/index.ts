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
export { DocumentPipeline } from './library/document-pipeline.ts';
export type {
  PipelineChunk,
  PipelineDocument,
  PipelineOptions,
  PipelineResult,
  PipelineStage,
  PipelineStatistics,
  StageEvent,
  Vector,
} from './library/pipeline-types.ts';
export type { LoadedDocument } from './documents/document-reader.ts';
export { extractFields } from './run/extraction/extract-fields.ts';
export type {
  AskModel,
  ExtractFieldsOptions,
  FieldSource,
} from './run/extraction/extract-fields.ts';
export type { ExtractedField, Extraction, Field, FieldValue } from './extraction/field.ts';
export type { NamedPattern } from './extraction/fields/read-patterns.ts';
export { openLibrary } from './library/open-library-of-documents.ts';
export type {
  AddOptions,
  AddOutcome,
  AddReport,
  DocumentLibrary,
  DocumentLibraryOptions,
} from './library/open-document-library.ts';
export type { ChunkHit, SearchBy } from './library/chunk-hit.ts';
export type { ChunkSearchOptions } from './library/chunk-search.ts';
export type { DocumentFilters } from './library/document-filter.ts';
export type { Embedder } from './providers/embedder.ts';
