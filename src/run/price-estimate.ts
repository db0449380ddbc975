import { priceOf, type PriceList } from '../core/price.ts';
import type { Estimate, WritingEstimate } from '../core/summary.ts';

/** What the writing would consume with its price; without one when the model's price is not known. */
export function priceEstimate(
  estimate: WritingEstimate,
  writer: { name: string; model?: string | undefined },
  prices: PriceList,
): Estimate {
  const { calls, inputTokens, outputTokens } = estimate;
  const { name, model } = writer;
  const consumed = { inputTokens, outputTokens, cachedInputTokens: 0, credits: 0 };
  const costUsd = priceOf(consumed, { provider: name, model }, prices);
  return {
    calls,
    inputTokens,
    outputTokens,
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(model === undefined ? {} : { model }),
  };
}
