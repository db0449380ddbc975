import { exploresSites } from '../config/explores-sites.ts';
import { findUnpriced, type Unpriced } from '../config/find-unpriced.ts';
import { limitsInForce, type LearnedRates } from '../config/limits-in-force.ts';
import type { Settings } from '../config/settings.ts';
import { expectedWriting } from '../core/expected-writing.ts';
import type { ArticleTemplate } from '../core/article-template.ts';
import type { PlannedItem } from '../core/keyword.ts';
import { priceOf, type PriceList } from '../core/price.ts';
import { DEEP_BOUNDS, QUICK_BOUNDS } from '../core/research-depth.ts';
import { BURST_SHARE } from '../gateway/burst-share.ts';
import {
  CRAWL_CREDITS,
  MAP_CREDITS,
  PAGES_PER_CREDIT,
  SEARCH_CREDITS,
} from '../providers/tavily/credits.ts';
import { deriveQuestions } from '../research/derive-questions.ts';
import { isWebPage, listGivenSources } from '../research/list-given-sources.ts';
import { isReadByTavily } from './is-read-by-tavily.ts';
import type { RunPlan } from './plan-run.ts';
import { consumedCredits } from '../providers/consumed-credits.ts';

export interface EstimateOptions {
  /** Those that are still to be worked on. */
  items: readonly PlannedItem[];
  templateOf: RunPlan['templateOf'];
  settings: Settings;
  prices: PriceList;
  /** Whether Tavily reads the web pages that rows name; else they cost nothing. */
  hasTavily: boolean;
  /** Research only. */
  dryRun: boolean;
  /** What providers said about their limits, last. */
  learned?: readonly LearnedRates[];
  /** US dollars that earlier sessions of the run have spent. */
  spentUsd?: number;
}

/** What a run will probably take, or take at most, where nothing has to be repeated and no answer was kept from earlier. */
export interface RunEstimate {
  /** True where the research may take less: its searches are those that it makes at most. */
  isBound?: boolean;
  /** Calls to a search service that takes credits. */
  searches: number;
  /** Web pages that rows name. */
  pages: number;
  credits: number;
  writerCalls: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars of all that has a known price. */
  pricedUsd: number;
  /** What has none: its cost comes on top. */
  unpriced: readonly Unpriced[];
  /** The limits of the providers allow no shorter time. */
  leastMilliseconds: number;
  /** US dollars that the run may still spend, where a limit was set. */
  budgetLeftUsd?: number;
}

const MINUTE = 60_000;

/** Adds up what the items will take, before anything is spent. */
export function estimateRun(options: EstimateOptions): RunEstimate {
  const { items, settings, prices, hasTavily, dryRun, spentUsd = 0 } = options;
  let pagesByTavily = 0;
  let searchesBySearxng = 0;
  let furtherSearches = 0;
  const counts = { searches: 0, pages: 0, writerCalls: 0, inputTokens: 0, outputTokens: 0 };
  for (const item of items) {
    const template = options.templateOf(item);
    const pages = listGivenSources(item).filter(isWebPage);
    counts.pages += pages.length;
    pagesByTavily += pages.filter((url) => isReadByTavily(url, hasTavily)).length;
    // A keyword that shares the searches of another makes none of its own.
    if (item.pool === undefined) {
      const searches = searchesOf(item, template, settings);
      if (settings.depth === 'deep') furtherSearches += DEEP_BOUNDS.questions;
      if (settings.research.includes('tavily')) counts.searches += searches;
      if (settings.research.includes('searxng')) searchesBySearxng += searches;
    }
    if (settings.writer === 'openai' && !dryRun) {
      const { maxSources, maxSourceTokens } = settings;
      const { maxOutputTokens } = settings.openai;
      const writing = expectedWriting(template, { maxSources, maxSourceTokens, maxOutputTokens });
      counts.writerCalls += writing.calls;
      counts.inputTokens += writing.inputTokens;
      counts.outputTokens += writing.outputTokens;
    }
  }
  const credits =
    counts.searches * SEARCH_CREDITS[settings.tavily.searchDepth] +
    Math.ceil(pagesByTavily / PAGES_PER_CREDIT) +
    siteCredits(settings, items) +
    wholePageCredits(settings, items);
  const { inputTokens, outputTokens } = counts;
  const nothing = consumedCredits(0);
  const search = priceOf({ ...nothing, credits }, { provider: 'tavily' }, prices);
  const { model } = settings.openai;
  const writing = priceOf(
    { ...nothing, inputTokens, outputTokens },
    { provider: 'openai', model },
    prices,
  );
  return {
    ...counts,
    credits,
    pricedUsd: (search ?? 0) + (writing ?? 0),
    ...(settings.depth === 'deep' ? { isBound: true } : {}),
    unpriced: findUnpriced(settings, prices, dryRun),
    leastMilliseconds: leastTime(
      {
        ...counts,
        // The least time is that of the least searches.
        searches: Math.max(0, counts.searches - furtherSearches),
        pagesByTavily,
        searchesBySearxng: Math.max(0, searchesBySearxng - furtherSearches),
      },
      limitsInForce(settings.limits, options.learned ?? []),
    ),
    ...(settings.maxCostUsd === undefined
      ? {}
      : { budgetLeftUsd: Math.max(0, settings.maxCostUsd - spentUsd) }),
  };
}

/** Exact, but for deep research: what its rounds find decides how much of their bound they take, of none at best. */
function searchesOf(item: PlannedItem, template: ArticleTemplate, settings: Settings): number {
  const { depth } = settings;
  const limit = depth === 'quick' ? { limit: QUICK_BOUNDS.questions } : {};
  const questions = deriveQuestions(item.keyword, template, limit).length;
  const further = depth === 'deep' ? DEEP_BOUNDS.questions : 0;
  return 1 + (item.alsoFor?.length ?? 0) + questions + further;
}

/** Deep research reads whole what a search told a few lines of, in calls of a few pages each. */
function wholePageCredits(settings: Settings, items: readonly PlannedItem[]): number {
  if (settings.depth !== 'deep' || !settings.research.includes('tavily')) return 0;
  const searching = items.filter(({ pool }) => pool === undefined).length;
  return searching * Math.ceil(DEEP_BOUNDS.pages / DEEP_BOUNDS.pagesOfRound);
}

/** A map of each site, the same for all keywords, and at most a crawl for every keyword that searches itself. */
function siteCredits(settings: Settings, items: readonly PlannedItem[]): number {
  if (!exploresSites(settings) || items.length === 0) return 0;
  const searching = items.filter(({ pool }) => pool === undefined).length;
  return settings.sites.length * (MAP_CREDITS + searching * CRAWL_CREDITS);
}

/** The time of the provider that is busiest: the others work meanwhile. */
function leastTime(
  counts: Pick<
    RunEstimate,
    'searches' | 'pages' | 'writerCalls' | 'inputTokens' | 'outputTokens'
  > & { pagesByTavily: number; searchesBySearxng: number },
  { tavily, searxng, web, openai }: Settings['limits'],
): number {
  const tokens = counts.inputTokens + counts.outputTokens;
  const minutes = Math.max(
    0,
    (counts.searches + counts.pagesByTavily) / tavily.requestsPerMinute - BURST_SHARE.requests,
    counts.searchesBySearxng / searxng.requestsPerMinute - BURST_SHARE.requests,
    (counts.pages - counts.pagesByTavily) / web.requestsPerMinute - BURST_SHARE.requests,
    counts.writerCalls / openai.requestsPerMinute - BURST_SHARE.requests,
    tokens / openai.tokensPerMinute - BURST_SHARE.tokens,
  );
  return minutes * MINUTE;
}
