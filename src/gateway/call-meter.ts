import { priceOf, type Consumed, type PriceList } from '../core/price.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';

/** Sums up what the attempts of one call have consumed; a failed one may have cost something too. */
export class CallMeter {
  readonly #priced: { provider: string; model?: string | undefined };
  readonly #prices: PriceList;
  #usage: Usage = NO_USAGE;

  constructor(priced: { provider: string; model?: string | undefined }, prices: PriceList) {
    this.#priced = priced;
    this.#prices = prices;
  }

  get usage(): Usage {
    return this.#usage;
  }

  /** An attempt is on its way; a call that waited in vain was none. */
  started(): void {
    this.#usage = { ...this.#usage, calls: 1 };
  }

  /** Adds what an attempt consumed and gives its price in US dollars; 0 where there is none. */
  spend(consumed: Consumed): number {
    const price = this.priceOf(consumed);
    const cost = { costUsd: price ?? 0, unpricedCalls: price === undefined ? 1 : 0 };
    const { inputTokens, cachedInputTokens, outputTokens, credits } = consumed;
    this.#usage = addUsage(this.#usage, {
      calls: 0,
      inputTokens,
      cachedInputTokens,
      outputTokens,
      credits,
      ...cost,
    });
    return cost.costUsd;
  }

  priceOf(consumed: Consumed): number | undefined {
    return priceOf(consumed, this.#priced, this.#prices);
  }
}
