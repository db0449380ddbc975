/** What calls have consumed. Money is in US dollars, tokens and credits are counts. */
export interface Usage {
  calls: number;
  inputTokens: number;
  /** The part of `inputTokens` that the provider served from its prompt cache. */
  cachedInputTokens: number;
  outputTokens: number;
  /** Search credits. */
  credits: number;
  costUsd: number;
  /** Calls whose model has no known price: their cost is unknown, not zero. */
  unpricedCalls: number;
}

export const NO_USAGE: Readonly<Usage> = Object.freeze({
  calls: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  credits: 0,
  costUsd: 0,
  unpricedCalls: 0,
});

/** Sums are whole billionths of a dollar: the order in which calls end changes none of them. */
const NANOS = 1_000_000_000;

/** The sum of two usages. */
export function addUsage(left: Usage, right: Usage): Usage {
  return {
    calls: left.calls + right.calls,
    inputTokens: left.inputTokens + right.inputTokens,
    cachedInputTokens: left.cachedInputTokens + right.cachedInputTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    credits: left.credits + right.credits,
    costUsd: Math.round((left.costUsd + right.costUsd) * NANOS) / NANOS,
    unpricedCalls: left.unpricedCalls + right.unpricedCalls,
  };
}
