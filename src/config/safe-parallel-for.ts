import { ARTICLE_TOKENS } from '../core/expected-writing.ts';
import { safeParallel, type ParallelLimit, type SafeParallel } from '../core/safe-parallel.ts';
import type { Settings } from './settings.ts';

/** The keyword, four questions on it, and now and then a page that a row names. */
const SEARCHES_PER_KEYWORD = 6;
/** Writing, and at most one repair. */
const WRITER_CALLS_PER_KEYWORD = 2;

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
    const { instructions, longAnswer } = ARTICLE_TOKENS;
    const answerTokens = Math.min(longAnswer, settings.openai.maxOutputTokens);
    limits.push(
      {
        name: 'OpenAI requests',
        perMinute: openai.requestsPerMinute,
        perKeyword: WRITER_CALLS_PER_KEYWORD,
      },
      {
        name: 'OpenAI tokens',
        perMinute: openai.tokensPerMinute,
        perKeyword: settings.maxSourceTokens + instructions + answerTokens,
      },
    );
  }
  return safeParallel({ limits, cores });
}
