import { guessLanguage } from '../../core/text/guess-language.ts';

/** Languages whose function words the guess tells from those of their neighbours. */
const TOLD_APART = new Set(['en', 'de', 'fr', 'es', 'ja', 'zh', 'ko', 'th', 'el', 'he']);
/** Both are written with Han, and a text of titles may hold little else. */
const HAN = new Set(['ja', 'zh']);

/**
 * The language that a text is in where that is clearly not the wanted one. A text in Portuguese may be taken for
 * Spanish: for a language that cannot be told from its neighbours, only English and other scripts are wrong.
 */
export function otherLanguage(text: string, wanted: string): string | undefined {
  const base = wanted.toLowerCase().split('-', 1)[0] ?? '';
  const guess = guessLanguage(text)?.split('-', 1)[0];
  if (guess === undefined || guess === base) return undefined;
  if (HAN.has(guess) && HAN.has(base)) return undefined;
  const isSure = TOLD_APART.has(base) || guess === 'en' || !['de', 'fr', 'es'].includes(guess);
  return isSure && TOLD_APART.has(guess) ? guess : undefined;
}
