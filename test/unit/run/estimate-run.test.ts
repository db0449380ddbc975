import { describe, expect, it } from 'vitest';
import { loadPrices } from '../../../src/config/load-prices.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/config/settings.ts';
import type { ArticleTemplate } from '../../../src/core/article-template.ts';
import type { PlannedItem } from '../../../src/core/keyword.ts';
import { BURST_SHARE } from '../../../src/gateway/burst-share.ts';
import { estimateRun, type EstimateOptions } from '../../../src/run/estimate-run.ts';

const template: ArticleTemplate = {
  name: 'short',
  description: 'A short article',
  title: '{{ keyword }}',
  sections: { minimum: 1, maximum: 3 },
  words: { minimum: 400, maximum: 600 },
  questions: ['What is {{ keyword }}?', 'What does {{ keyword }} cost?'],
  headings: 'topic',
  faq: 0,
  schema: 'Article',
  instructions: 'Be short.',
};
const item = (index: number, more: Partial<PlannedItem> = {}): PlannedItem => ({
  index,
  keyword: `subject ${index}`,
  slug: `subject-${index}`,
  priority: 0,
  extra: {},
  ...more,
});
const paid: Settings = {
  ...DEFAULT_SETTINGS,
  research: ['tavily'],
  writer: 'openai',
  openai: { ...DEFAULT_SETTINGS.openai, model: 'small' },
};
const prices = {
  ...loadPrices(),
  models: { small: { input: 1, cachedInput: 1, output: 10 } },
  credits: { tavily: 0.01 },
};
const estimate = (more: Partial<EstimateOptions> = {}) =>
  estimateRun({
    items: [item(0), item(1)],
    templateOf: () => template,
    settings: paid,
    prices,
    hasTavily: true,
    dryRun: false,
    ...more,
  });

describe('estimateRun', () => {
  it('counts a search for each keyword and each of its questions, and three calls for each short article', () => {
    // Plan and all parts with 3,000 tokens of sources each, and the 410 words of two sections read again at the end.
    const inputTokens = 2 * (4000 + 4120 + 1779);
    // Two planned sections, 410 words in them, and 120 for what closes the article.
    const outputTokens = 2 * (120 + 902 + 264);
    expect(estimate()).toEqual({
      searches: 6,
      pages: 0,
      credits: 6,
      writerCalls: 2 * 3,
      inputTokens,
      outputTokens,
      pricedUsd: expect.closeTo(0.06 + inputTokens / 1e6 + outputTokens / 1e5),
      unpriced: [],
      leastMilliseconds: 0,
    });
  });

  it('counts one question for quick research, and the bound of deep research', () => {
    const quick = estimate({ settings: { ...paid, depth: 'quick' } });
    expect(quick).toMatchObject({ searches: 4, credits: 4 });
    expect(quick.isBound).toBeUndefined();
    const deep = estimate({ settings: { ...paid, depth: 'deep' } });
    // Three and eight more for each; two credits for pages that are read whole.
    expect(deep).toMatchObject({ searches: 2 * 11, credits: 2 * 13, isBound: true });
    // What may not be asked at all takes no time for sure.
    const limits = { ...paid.limits, tavily: { requestsPerMinute: 1, concurrency: 1 } };
    const least = (depth: Settings['depth']) =>
      estimate({ settings: { ...paid, limits, depth }, dryRun: true }).leastMilliseconds;
    expect(least('deep')).toBe(least('standard'));
    const clustered = [item(0), item(1, { pool: 'subject 0' })];
    expect(estimate({ settings: { ...paid, depth: 'deep' }, items: clustered })).toMatchObject({
      searches: 11,
      credits: 13,
    });
  });

  it('counts a call for each section of a long article, and one for all of its FAQ', () => {
    const long = {
      ...template,
      sections: { minimum: 4, maximum: 8 },
      words: { minimum: 900, maximum: 1600 },
      faq: 4,
    };
    const withFaq = estimate({ templateOf: () => long });
    expect(withFaq.writerCalls).toBe(2 * (1 + 6 + 1 + 1));
    const without = estimate({ templateOf: () => ({ ...long, faq: 0 }) });
    expect(without.writerCalls).toBe(2 * (1 + 6 + 1));
    expect(without.inputTokens).toBeLessThan(withFaq.inputTokens);
    expect(withFaq.outputTokens).toBeGreaterThan(2 * 1250 * 1.5);
  });

  it('counts two credits for deep searches, and one for five pages that rows name', () => {
    const sources = ['https://a.example', 'http://b.example', './notes.md'];
    const deep = { ...paid, tavily: { ...paid.tavily, searchDepth: 'advanced' as const } };
    const items = [0, 1, 2].map((index) => item(index, { sources }));
    expect(estimate({ items, settings: deep })).toMatchObject({
      searches: 9,
      pages: 6,
      credits: 2 * 9 + 2,
    });
  });

  it('counts no credit for pages that Tavily does not read: without its key, or of private places', () => {
    const sources = ['https://a.example/', 'http://10.0.0.1/', 'http://wiki/'];
    const items = [item(0, { sources })];
    expect(estimate({ items, hasTavily: false })).toMatchObject({ pages: 3, credits: 3 });
    expect(estimate({ items, hasTavily: true })).toMatchObject({ pages: 3, credits: 4 });
    const many = Array.from({ length: 400 }, (_, index) => item(index, { sources }));
    const settings = { ...DEFAULT_SETTINGS, prices: {} };
    const minutes = (hasTavily: boolean) =>
      estimate({ items: many, settings, hasTavily }).leastMilliseconds / 60_000;
    expect(minutes(false)).toBeCloseTo(1200 / 300 - BURST_SHARE.requests);
    expect(minutes(true)).toBeCloseTo(400 / 100 - BURST_SHARE.requests);
  });

  it('sends no more than the sources may have and expects no more than the model may write', () => {
    const tight = {
      ...paid,
      maxSourceTokens: 2000,
      openai: { ...paid.openai, maxOutputTokens: 300 },
    };
    expect(estimate({ settings: tight })).toMatchObject({
      inputTokens: 2 * (1000 + 2000 + 1120 + 2000 + 1779),
      outputTokens: 2 * 3 * 300,
    });
  });

  it('has no writing in a dry run, and nothing at all in a library without a model', () => {
    expect(estimate({ dryRun: true })).toMatchObject({
      searches: 6,
      writerCalls: 0,
      pricedUsd: 0.06,
    });
    expect(estimate({ settings: DEFAULT_SETTINGS })).toMatchObject({
      searches: 0,
      credits: 0,
      writerCalls: 0,
      pricedUsd: 0,
      unpriced: [],
    });
  });

  it('tells what has no price beside what the rest costs', () => {
    const settings = { ...paid, openai: { ...paid.openai, model: 'home-made' } };
    expect(estimate({ settings })).toMatchObject({
      pricedUsd: 0.06,
      unpriced: [{ name: 'home-made', setting: 'prices.models' }],
    });
  });

  it('knows what the limits allow at best: those configured, or lower ones that were learned', () => {
    const items = Array.from({ length: 100 }, (_, index) => item(index));
    const tokens = 100 * (9899 + 1286);
    // At 200,000 a minute, less what may come at once.
    const configured = (tokens / 200_000 - 0.5) * 60_000;
    expect(estimate({ items }).leastMilliseconds).toBeCloseTo(configured);
    const learned = [{ provider: 'openai', tokensPerMinute: 60_000 }];
    const slower = (tokens / 60_000 - 0.5) * 60_000;
    expect(estimate({ items, learned }).leastMilliseconds).toBeCloseTo(slower);
    const higher = [{ provider: 'openai', tokensPerMinute: 900_000 }];
    expect(estimate({ items, learned: higher }).leastMilliseconds).toBeCloseTo(configured);
    // 300 searches at 100 a minute.
    expect(estimate({ items, dryRun: true }).leastMilliseconds).toBeCloseTo((3 - 0.1) * 60_000);
  });

  it('says what is left of the budget after earlier sessions', () => {
    const settings = { ...paid, maxCostUsd: 1 };
    expect(estimate({ settings, spentUsd: 0.25 }).budgetLeftUsd).toBe(0.75);
    expect(estimate({ settings, spentUsd: 2 }).budgetLeftUsd).toBe(0);
  });

  it('counts a map of each site once, and at most a crawl for each keyword', () => {
    const deep = { ...paid, depth: 'deep' as const, writer: 'extractive' as const };
    const without = estimate({ settings: deep });
    const sites = { ...deep, sites: ['a.example', 'b.example'] };
    const withSites = estimate({ settings: sites });
    expect(withSites.credits - without.credits).toBe(2 * (10 + 2 * 3));
    const standard = estimate({ settings: { ...sites, depth: 'standard' } });
    expect(standard.credits).toBe(6);
    expect(estimate({ settings: sites, items: [] }).credits).toBe(0);
  });

  it('costs nothing with SearXNG, but takes the time that its limit asks for', () => {
    const settings: Settings = {
      ...paid,
      research: ['searxng'],
      writer: 'extractive',
      limits: { ...paid.limits, searxng: { requestsPerMinute: 60, concurrency: 4 } },
    };
    const items = Array.from({ length: 100 }, (_, index) => item(index));
    const free = estimate({ settings, items });
    expect(free).toMatchObject({ searches: 0, credits: 0, pricedUsd: 0, unpriced: [] });
    // A search for each keyword and each of its two questions.
    expect(free.leastMilliseconds).toBeCloseTo((300 / 60 - BURST_SHARE.requests) * 60_000, 6);
  });
});
