import type { StoredLimits } from '../records.ts';
import type { TableShape } from '../sealed-table.ts';
import { withoutGaps } from './stored-json.ts';

/** What one provider said about its limits, last. */
export interface LimitsRow {
  provider: string;
  requests_per_minute: number | null;
  tokens_per_minute: number | null;
  learned_at: string;
}

export const LIMITS_TABLE: TableShape<LimitsRow> = {
  name: 'limits',
  columns: ['provider', 'requests_per_minute', 'tokens_per_minute', 'learned_at'],
  key: ['provider'],
};

export function newLimitsRow(limits: StoredLimits): LimitsRow {
  return {
    provider: limits.provider,
    requests_per_minute: limits.requestsPerMinute ?? null,
    tokens_per_minute: limits.tokensPerMinute ?? null,
    learned_at: limits.learnedAt,
  };
}

/** Limits as the program knows them. */
export function toStoredLimits(row: LimitsRow): StoredLimits {
  return withoutGaps<StoredLimits>({
    provider: row.provider,
    requestsPerMinute: row.requests_per_minute,
    tokensPerMinute: row.tokens_per_minute,
    learnedAt: row.learned_at,
  });
}
