/** Limits that never make a test wait. */
export const WIDE_LIMITS = {
  tavily: { requestsPerMinute: 100_000, concurrency: 200 },
  openai: { requestsPerMinute: 100_000, tokensPerMinute: 100_000_000, concurrency: 200 },
};
