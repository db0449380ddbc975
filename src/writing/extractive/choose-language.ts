import type { Dossier, Source } from '../../core/dossier.ts';
import { guessLanguage } from '../../core/text/guess-language.ts';

/** Sources in the language asked for are enough from this share of all passages on. */
const ENOUGH_SHARE = 0.34;
const SAMPLE = 4000;

/** Sources of one language, and what an editor should know of the others. */
export interface OneLanguage {
  dossier: Dossier;
  language: string;
  notes: string[];
}

/**
 * The sources of one language: of the one asked for where they carry an article, else of the one that most of the
 * material is in, because a writer that copies sentences cannot translate. Sources of unknown language stay.
 */
export function chooseLanguage(dossier: Dossier, asked: string): OneLanguage {
  const base = baseOf(asked);
  const found = dossier.sources.map((source) => ({ source, language: languageOf(source) }));
  const passages = new Map<string, number>();
  for (const { source, language } of found)
    passages.set(language ?? base, (passages.get(language ?? base) ?? 0) + source.passages.length);
  const total = [...passages.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...passages].toSorted((left, right) => right[1] - left[1]);
  const carries = (passages.get(base) ?? 0) >= total * ENOUGH_SHARE;
  const language = most === undefined || carries ? base : most[0];
  const kept = found.filter((each) => each.language === undefined || each.language === language);
  const notes: string[] = [];
  if (language !== base)
    notes.push(
      `The sources are in “${language}”, not in “${asked}”: the extractive writer cannot translate, so the article is in “${language}”.`,
    );
  if (kept.length < found.length)
    notes.push(
      `${found.length - kept.length} of ${found.length} sources are in another language than the article and were left out.`,
    );
  return {
    dossier: { ...dossier, sources: kept.map(({ source }) => source) },
    language: language === base ? asked : language,
    notes,
  };
}

function languageOf(source: Source): string | undefined {
  const text = source.passages.map((passage) => passage.text.slice(0, SAMPLE)).join('\n');
  return guessLanguage(text.slice(0, SAMPLE));
}

function baseOf(language: string): string {
  return language.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
}
