import { expectedWriting } from '../core/expected-writing.ts';
import { safeParallel, type ParallelLimit, type SafeParallel } from '../core/safe-parallel.ts';
import type { Settings } from './settings.ts';

/** The keyword, four questions on it, and now and then a page that a row names. */
const SEARCHES_PER_KEYWORD = 6;
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
  const { tavily, openai } = settings.limits;
  const limits: ParallelLimit[] = [];
  if (settings.research.includes('tavily')) {
    limits.push({
      name: 'Tavily requests',
      perMinute: tavily.requestsPerMinute,
      perKeyword: SEARCHES_PER_KEYWORD,
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
