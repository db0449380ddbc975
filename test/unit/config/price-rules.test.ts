import { describe, expect, it } from 'vitest';
import { checkBudget } from '../../../src/config/check-budget.ts';
import { loadPrices } from '../../../src/config/load-prices.ts';
import { priceNotes } from '../../../src/config/price-notes.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/config/settings.ts';

const prices = loadPrices();
const unknown: Settings = {
  ...DEFAULT_SETTINGS,
  writer: 'openai',
  research: ['tavily', 'library'],
  openai: { ...DEFAULT_SETTINGS.openai, model: 'home-made', maxOutputTokens: 1000 },
};
const extractive: Settings = { ...unknown, writer: 'extractive' };

describe('priceNotes', () => {
  it('warns of a model that has no known price', () => {
    expect(priceNotes(unknown, prices, false)).toEqual([
      'The price of home-made is not known: its calls count as unpriced. Set prices.models in the configuration.',
    ]);
    const nothing = { ...prices, credits: {} };
    expect(priceNotes(unknown, nothing, false)).toHaveLength(2);
    expect(priceNotes(unknown, nothing, false)[0]).toContain('prices.credits');
  });

  it('warns of a model for vectors where a library is searched with it', () => {
    const vectors: Settings = {
      ...extractive,
      embeddings: 'openai',
      openai: { ...unknown.openai, embeddingModel: 'own-vectors' },
    };
    expect(priceNotes(vectors, prices, true)).toEqual([expect.stringContaining('own-vectors')]);
    expect(priceNotes({ ...vectors, research: ['tavily'] }, prices, true)).toEqual([]);
    expect(priceNotes({ ...vectors, embeddings: 'offline' }, prices, true)).toEqual([]);
    const both = { ...vectors.openai, model: 'own-vectors' };
    expect(priceNotes({ ...vectors, writer: 'openai', openai: both }, prices, false)).toHaveLength(
      1,
    );
  });

  it('has nothing to say about what is known, not called, or not in use', () => {
    const known = loadPrices({ models: { 'home-made': { input: 0, output: 0 } } });
    expect(priceNotes(unknown, known, false)).toEqual([]);
    expect(priceNotes(unknown, prices, true)).toEqual([]);
    expect(priceNotes(extractive, prices, false)).toEqual([]);
    expect(priceNotes(DEFAULT_SETTINGS, { ...prices, credits: {} }, false)).toEqual([]);
  });
});

describe('checkBudget', () => {
  it('refuses a limit that could not be kept, with the remedy', () => {
    const check = () => checkBudget({ ...unknown, maxCostUsd: 2 }, prices, false);
    expect(check).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: 'A limit of $2.00 cannot be kept, because the price of home-made is not known.',
        suggestions: [
          expect.stringContaining('prices: { models: { "home-made": { input: 1, output: 4 } } }'),
          expect.stringContaining('--max-cost'),
        ],
      }),
    );
  });

  it('accepts one without a limit, with prices of 0, or where nothing unpriced is called', () => {
    const known = loadPrices({ models: { 'home-made': { input: 0, output: 0 } } });
    const limited = { ...unknown, maxCostUsd: 2 };
    expect(() => checkBudget(unknown, prices, false)).not.toThrow();
    expect(() => checkBudget(limited, known, false)).not.toThrow();
    expect(() => checkBudget(limited, prices, true)).not.toThrow();
    expect(() => checkBudget({ ...extractive, maxCostUsd: 0 }, prices, false)).not.toThrow();
  });
});
