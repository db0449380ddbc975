import { priceOf, type Consumed, type PriceList } from '../core/price.ts';
import { exploresSites } from './explores-sites.ts';
import type { Settings } from './settings.ts';

/** Something in use whose price nobody told. */
export interface Unpriced {
  /** The model, or the search provider. */
  name: string;
  /** The setting that gives it a price. */
  setting: 'prices.models' | 'prices.credits';
}

const ONE_OF_EACH: Consumed = {
  inputTokens: 1,
  cachedInputTokens: 0,
  outputTokens: 1,
  credits: 0,
};

/** What these settings would pay for without knowing its price. A dry run calls no writer. A price of 0 is known. */
export function findUnpriced(settings: Settings, prices: PriceList, dryRun: boolean): Unpriced[] {
  const unpriced: Unpriced[] = [];
  const credit = { ...ONE_OF_EACH, inputTokens: 0, outputTokens: 0, credits: 1 };
  if (
    (settings.research.includes('tavily') || exploresSites(settings)) &&
    priceOf(credit, { provider: 'tavily' }, prices) === undefined
  ) {
    unpriced.push({ name: 'tavily', setting: 'prices.credits' });
  }
  const { model } = settings.openai;
  if (
    settings.writer === 'openai' &&
    !dryRun &&
    priceOf(ONE_OF_EACH, { provider: 'openai', model }, prices) === undefined
  ) {
    unpriced.push({ name: model, setting: 'prices.models' });
  }
  const { embeddingModel } = settings.openai;
  const query = { ...ONE_OF_EACH, outputTokens: 0 };
  if (
    settings.embeddings === 'openai' &&
    // A search in a library embeds what is asked.
    settings.research.includes('library') &&
    !unpriced.some(({ name }) => name === embeddingModel) &&
    priceOf(query, { provider: 'openai', model: embeddingModel }, prices) === undefined
  ) {
    unpriced.push({ name: embeddingModel, setting: 'prices.models' });
  }
  return unpriced;
}
