import type { FoundPassage } from '../providers/search-provider.ts';
import { describePlace } from './describe-place.ts';
import { leaveOutInstructions } from './leave-out-instructions.ts';
import type { MergedSource } from './merge-sources.ts';
import { scorePassages } from './score-passages.ts';

type CutPassage = Omit<FoundPassage, 'score'>;

export interface RankOptions {
  /** The keyword first. */
  questions: readonly string[];
  language: string;
  /** Cuts a text into passages, where the provider did not. */
  cut: (text: string) => readonly CutPassage[];
}

/** A passage that may get into a dossier. */
export interface RankedPassage {
  passage: CutPassage;
  text: string;
  /** Relevance, 0 to 1. */
  score: number;
  /** The stems of the questions that it has. */
  terms: ReadonlySet<string>;
}

/** A source with its passages that are of use, best first. */
export interface RankedSource {
  source: MergedSource;
  passages: readonly RankedPassage[];
}

/** Below this share of the best passage's score, a passage is noise. */
const WEAKEST_SHARE = 0.12;

/** What nearness in meaning counts beside words: it puts a passage among the middling ones that have the words. */
const MEANING_SHARE = 0.5;

/**
 * The sources with their passages that answer the questions, best first, without what tells a language model what to
 * do, which the notes tell of.
 * @param isNamed true for sources that stay whatever their words score.
 */
export function rankPassages(
  found: readonly MergedSource[],
  options: RankOptions,
  isNamed: (source: MergedSource) => boolean,
): { ranked: RankedSource[]; notes: string[] } {
  const { questions, language } = options;
  const notes: string[] = [];
  const pairs = found.flatMap((source) => {
    let orders = 0;
    const safe = (source.passages ?? options.cut(source.text)).flatMap((passage) => {
      const rest = leaveOutInstructions<CutPassage>(source.text, passage, language);
      orders += rest.orders;
      return rest.passages;
    });
    if (orders > 0) notes.push(describeOrders(source, orders));
    return safe.map((passage) => ({
      source,
      passage,
      text: source.text.slice(passage.start, passage.end),
    }));
  });
  const texts = pairs.map(({ passage, text }) => `${passage.heading ?? ''}\n${text}`);
  const scores = scorePassages(texts, questions, language);
  const useful = pairs
    .map((pair, index) => {
      const { score = 0, terms = new Set<string>() } = scores[index] ?? {};
      const near = MEANING_SHARE * (pair.passage.similarity ?? 0);
      return { ...pair, score: Math.max(score, near) * trust(pair.source), terms };
    })
    .filter(({ score, source }) => score >= WEAKEST_SHARE || isNamed(source))
    .sort((left, right) => right.score - left.score);
  const ranked = [...Map.groupBy(useful, ({ source }) => source)];
  return { ranked: ranked.map(([source, passages]) => ({ source, passages })), notes };
}

/** A source that the search itself thinks little of counts less: from 0.5 at a score of 0 to 1 at a score of 1. */
function trust(source: MergedSource): number {
  return 0.5 + 0.5 * Math.min(1, Math.max(0, source.score));
}

function describeOrders(source: MergedSource, orders: number): string {
  const what = orders === 1 ? '1 place that gives' : `${orders} places that give`;
  return `Left out of ${describePlace(source)}: ${what} instructions to a language model.`;
}
