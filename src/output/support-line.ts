import type { SupportScore } from '../core/summary.ts';
import { shownNumber } from './language.ts';
import { phrasesOf } from './phrases.ts';

/** How many of the sentences that stand in the article its sources bear out, in one phrase of its language. */
export function supportLine(support: SupportScore, language: string): string {
  const { sentences, removed, supported } = support;
  return phrasesOf(language)
    .support.replace('{supported}', () => shownNumber(supported, language))
    .replace('{sentences}', () => shownNumber(Math.max(sentences - removed, supported), language));
}
