/** What a provider says about its limits in the headers of an answer. Absent is what it does not say. */
export interface LearnedLimits {
  requestsPerMinute?: number;
  tokensPerMinute?: number;
  /** What is left at the moment, and in how many milliseconds the whole limit is free again. */
  remainingRequests?: number;
  requestsResetMs?: number;
  remainingTokens?: number;
  tokensResetMs?: number;
}
