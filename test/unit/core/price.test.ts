import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../src/core/estimate-tokens.ts';
import { priceOf, type PriceList } from '../../../src/core/price.ts';

const prices: PriceList = {
  date: '2026-01-01',
  models: { small: { input: 2, cachedInput: 0.5, output: 8 } },
  credits: { tavily: 0.008 },
};
const nothing = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits: 0 };

describe('priceOf', () => {
  it('prices credits, fresh input, cached input and output each by its own rate', () => {
    expect(priceOf({ ...nothing, credits: 5 }, { provider: 'tavily' }, prices)).toBeCloseTo(0.04);
    const tokens = {
      ...nothing,
      inputTokens: 1_000_000,
      cachedInputTokens: 400_000,
      outputTokens: 500_000,
    };
    expect(priceOf(tokens, { provider: 'openai', model: 'small' }, prices)).toBeCloseTo(
      0.6 * 2 + 0.4 * 0.5 + 0.5 * 8,
    );
  });

  it('takes a dated snapshot for its model', () => {
    const tokens = { ...nothing, inputTokens: 1_000_000 };
    const model = 'small-2026-03-05';
    expect(priceOf(tokens, { provider: 'openai', model }, prices)).toBe(2);
  });

  it('knows no price for what is not in the list', () => {
    const tokens = { ...nothing, inputTokens: 1 };
    expect(priceOf(tokens, { provider: 'openai', model: 'large' }, prices)).toBeUndefined();
    expect(priceOf(tokens, { provider: 'openai', model: 'constructor' }, prices)).toBeUndefined();
    expect(priceOf({ ...nothing, credits: 1 }, { provider: 'other' }, prices)).toBeUndefined();
  });

  it('is nothing where nothing was consumed', () => {
    expect(priceOf(nothing, { provider: 'openai', model: 'large' }, prices)).toBe(0);
  });
});

describe('estimateTokens', () => {
  it.each([
    ['', 0],
    ['four', 1],
    ['five!', 2],
    ['ヒート', 3],
    ['ab é', 2],
  ])('%j has about %i', (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });
});
