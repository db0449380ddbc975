import { expectedWriting } from '../core/expected-writing.ts';
import { DEEP_BOUNDS, type ResearchDepth } from '../core/research-depth.ts';
import { safeParallel, type ParallelLimit, type SafeParallel } from '../core/safe-parallel.ts';
import { exploresSites } from './explores-sites.ts';
import type { Settings } from './settings.ts';

/** The keyword, the questions on it, and now and then a page that a row names; for deep research its bound. */
const CALLS_PER_KEYWORD = {
  quick: 3,
  standard: 6,
  deep: 6 + DEEP_BOUNDS.questions + Math.ceil(DEEP_BOUNDS.pages / DEEP_BOUNDS.pagesOfRound),
} satisfies Record<ResearchDepth, number>;
/** The map of a site, and the reading of its pages. */
const CALLS_PER_SITE = 2;
/** An article of the usual length, when nobody has said yet which one it will be. */
const USUAL_ARTICLE = {
  sections: { minimum: 4, maximum: 8 },
  words: { minimum: 900, maximum: 1600 },
  faq: 4,
};
/** What one answer more takes that has to be mended, with the thoughts of a model that thinks. */
const REPAIR = { calls: 1, tokens: 5000 };

/** The safe number of keywords at a time for these settings: what `--parallel auto` takes and `doctor` advises. */
export function safeParallelFor(settings: Settings, cores: number): SafeParallel {
  const { tavily, searxng, openai } = settings.limits;
  const limits: ParallelLimit[] = [];
  if (settings.research.includes('tavily')) {
    limits.push({
      name: 'Tavily requests',
      perMinute: tavily.requestsPerMinute,
      perKeyword:
        CALLS_PER_KEYWORD[settings.depth] +
        (exploresSites(settings) ? CALLS_PER_SITE * settings.sites.length : 0),
    });
  }
  if (settings.research.includes('searxng')) {
    limits.push({
      name: 'SearXNG requests',
      perMinute: searxng.requestsPerMinute,
      perKeyword: CALLS_PER_KEYWORD[settings.depth],
    });
  }
  if (settings.writer === 'openai') {
    const { maxSources, maxSourceTokens } = settings;
    const { maxOutputTokens } = settings.openai;
    const limitsOfOne = { maxSources, maxSourceTokens, maxOutputTokens };
    const writing = expectedWriting(USUAL_ARTICLE, limitsOfOne);
    limits.push(
      {
        name: 'OpenAI requests',
        perMinute: openai.requestsPerMinute,
        perKeyword: writing.calls + REPAIR.calls,
      },
      {
        name: 'OpenAI tokens',
        perMinute: openai.tokensPerMinute,
        perKeyword: writing.inputTokens + writing.outputTokens + REPAIR.tokens,
      },
    );
  }
  return safeParallel({ limits, cores });
}
