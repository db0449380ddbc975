/** What a provider allows, as configured. */
export interface ProviderLimits {
  requestsPerMinute: number;
  tokensPerMinute?: number;
  /** Calls at a time. */
  concurrency: number;
}
