import type { Usage } from './usage.ts';

/** US dollars per million tokens. */
interface ModelPrice {
  input: number;
  /** Of input that the provider serves from its prompt cache. */
  cachedInput: number;
  output: number;
}

/** A dated list of prices; a model that is not in it is unpriced, never free. */
export interface PriceList {
  /** ISO 8601 date on which the prices were looked up. */
  date: string;
  models: Readonly<Record<string, ModelPrice>>;
  /** US dollars per credit, by provider. */
  credits: Readonly<Record<string, number>>;
}

/** What one call took, as its provider counts it. */
export type Consumed = Pick<
  Usage,
  'inputTokens' | 'cachedInputTokens' | 'outputTokens' | 'credits'
>;

/** US dollars for what a call consumed; undefined when the list has no price for it. */
export function priceOf(
  consumed: Consumed,
  call: { provider: string; model?: string | undefined },
  prices: PriceList,
): number | undefined {
  const credits = consumed.credits === 0 ? 0 : ownEntry(prices.credits, call.provider);
  if (credits === undefined) return undefined;
  const creditCost = consumed.credits * credits;
  if (consumed.inputTokens === 0 && consumed.outputTokens === 0) return creditCost;
  const price = modelPrice(call.model, prices);
  if (price === undefined) return undefined;
  const fresh = consumed.inputTokens - consumed.cachedInputTokens;
  const tokens =
    fresh * price.input +
    consumed.cachedInputTokens * price.cachedInput +
    consumed.outputTokens * price.output;
  return creditCost + tokens / 1_000_000;
}

/** A dated snapshot such as `gpt-5.4-mini-2026-03-05` costs what its model costs. */
function modelPrice(model: string | undefined, prices: PriceList): ModelPrice | undefined {
  if (model === undefined) return undefined;
  const undated = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  return ownEntry(prices.models, model) ?? ownEntry(prices.models, undated);
}

/** Names come from outside: `constructor` is no model. */
function ownEntry<T>(entries: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
