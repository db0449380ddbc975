/** What a provider allows, as configured. */
export type ProviderLimits = RequestLimit & {
  tokensPerMinute?: number;
  /** Calls at a time. */
  concurrency: number;
};

/** Requests in the window that the provider counts in. */
type RequestLimit =
  | { requestsPerMinute: number; requestsPerSecond?: never }
  | { requestsPerSecond: number; requestsPerMinute?: never };
