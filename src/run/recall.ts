import type { Settings } from '../config/settings.ts';
import type { KeywordMeaning } from '../core/keyword-meaning.ts';
import { alikeByMeaning, alikeByWords } from '../research/keyword-similarity.ts';
import type { StepMemoryOptions } from './remember-steps.ts';
import type { RunSession } from './run-session.ts';

/** Which of the things that were kept a run uses again. */
export type Recall = Omit<StepMemoryOptions, 'today'>;

const HOUR = 3_600_000;

/**
 * What the settings say about reuse. The age of research counts from the session's beginning: a clock that is set while
 * it runs makes nothing older.
 */
export function recallOf(
  { run }: Pick<RunSession, 'run'>,
  { cache, reuseSimilar, language }: Settings,
  today: () => Date,
  meaning?: KeywordMeaning,
): Recall {
  const notBefore = today().getTime() - cache.researchTtlHours * HOUR;
  return {
    run,
    researchNotBefore: new Date(notBefore).toISOString(),
    ownOnly: !cache.enabled,
    similar:
      reuseSimilar === undefined
        ? undefined
        : {
            threshold: reuseSimilar,
            language,
            findAlike: meaning === undefined ? alikeByWords() : alikeByMeaning(meaning),
          },
  };
}
