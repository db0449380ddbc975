import type { Dossier } from '../../core/dossier.ts';
import { readTerms } from './terms.ts';

/** A source that treats the subject names it in at least this share of its passages. */
const NAMED_SHARE = 0.25;
/** A passage is no longer than this, whatever a dossier brings. */
const MOST_CHARACTERS = 20_000;

/**
 * The dossier without sources on another subject, which share only a side word with the keyword: the word of the
 * keyword that most passages hold is its subject ("composting" of "composting at home"), and a source must name it.
 * All sources stay when none would be left.
 */
export function keepSubject(dossier: Dossier, language: string): Dossier {
  const keyword = readTerms(dossier.keyword.slice(0, 500), language);
  if (keyword.length < 2) return dossier;
  const sources = dossier.sources.map((source) => ({
    source,
    passages: source.passages.map(
      ({ text, heading }) =>
        new Set(readTerms(`${heading ?? ''}\n${text.slice(0, MOST_CHARACTERS)}`, language)),
    ),
  }));
  let subject = '';
  let most = 0;
  for (const term of keyword) {
    const holding = sources.flatMap(({ passages }) => passages).filter((terms) => terms.has(term));
    if (holding.length > most) [subject, most] = [term, holding.length];
  }
  const kept = sources.filter(({ passages }) => {
    const naming = passages.filter((terms) => terms.has(subject)).length;
    return naming > 0 && naming >= passages.length * NAMED_SHARE;
  });
  return kept.length === 0 ? dossier : { ...dossier, sources: kept.map(({ source }) => source) };
}
