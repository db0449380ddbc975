import { safeParallel, type ParallelLimit, type SafeParallel } from '../core/safe-parallel.ts';
import type { Settings } from './settings.ts';

/** The keyword itself and at most five derived questions. */
const SEARCHES_PER_KEYWORD = 6;
/** Writing, and at most one repair. */
const WRITER_CALLS_PER_KEYWORD = 2;
/** Instructions and schema that go along with the sources. */
const INSTRUCTION_TOKENS = 2_000;
/** Of an article with its reasoning; an answer seldom fills its allowance. */
const ANSWER_TOKENS = 6_000;

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
    const answerTokens = Math.min(ANSWER_TOKENS, settings.openai.maxOutputTokens);
    limits.push(
      {
        name: 'OpenAI requests',
        perMinute: openai.requestsPerMinute,
        perKeyword: WRITER_CALLS_PER_KEYWORD,
      },
      {
        name: 'OpenAI tokens',
        perMinute: openai.tokensPerMinute,
        perKeyword: settings.maxSourceTokens + INSTRUCTION_TOKENS + answerTokens,
      },
    );
  }
  return safeParallel({ limits, cores });
}
