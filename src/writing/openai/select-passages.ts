import type { Passage, Source } from '../../core/dossier.ts';
import { estimateTokens } from '../../core/estimate-tokens.ts';
import { isStopWord } from '../../core/text/stop-words.ts';
import { stemWord } from '../../core/text/stem-word.ts';
import { tokenizeWords } from '../../core/text/tokenize-words.ts';

export interface Selection {
  /** What the passages should speak of: a heading and its points. */
  about: string;
  language: string;
  /** Tokens of all passages together. */
  budget: number;
}

/**
 * The passages that say most about something, in the order of their sources: the best one of each source first, then
 * the best of all, as long as they fit. The very first is there whatever its length.
 */
export function selectPassages(sources: readonly Source[], selection: Selection): Source[] {
  const { language } = selection;
  const wanted = stemsOf(selection.about, language);
  const worth = (passage: Passage) => {
    const there = stemsOf(`${passage.heading ?? ''} ${passage.text}`, language);
    return wanted.intersection(there).size / Math.max(1, wanted.size) + passage.score / 2;
  };
  const ranked = sources
    .flatMap((source) => source.passages.map((passage) => ({ passage, worth: worth(passage) })))
    .toSorted((left, right) => right.worth - left.worth);
  const bestOf = new Map<Source, Passage>();
  for (const source of sources) {
    const best = ranked.find(({ passage }) => source.passages.includes(passage));
    if (best !== undefined) bestOf.set(source, best.passage);
  }
  const first = ranked.filter(({ passage }) => [...bestOf.values()].includes(passage));
  const chosen = new Set<Passage>();
  let tokens = 0;
  for (const { passage } of new Set([...first, ...ranked])) {
    const size = estimateTokens(passage.text);
    if (chosen.size > 0 && tokens + size > selection.budget) continue;
    tokens += size;
    chosen.add(passage);
  }
  return sources
    .map((source) => ({
      ...source,
      passages: source.passages
        .filter((passage) => chosen.has(passage))
        .toSorted((left, right) => left.start - right.start),
    }))
    .filter(({ passages }) => passages.length > 0);
}

function stemsOf(text: string, language: string): Set<string> {
  return new Set(
    tokenizeWords(text, language)
      .filter((word) => !isStopWord(word, language))
      .map((word) => stemWord(word, language)),
  );
}
