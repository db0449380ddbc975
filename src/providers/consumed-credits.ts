import type { Consumed } from '../core/price.ts';

/** So many credits and nothing else, as budgets and answers tell them. */
export function consumedCredits(credits: number): Consumed {
  return { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits };
}
