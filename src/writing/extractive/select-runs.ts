import type { ArticleMaterial } from './article-material.ts';
import type { MaterialParagraph } from './material.ts';
import { sentenceRuns, type SentenceRun } from './sentence-run.ts';
import { cosine, sumVectors, type TermVector } from './terms.ts';
import type { UsedText } from './used-text.ts';

/** What a run of that many sentences gains: two or three make a paragraph, one alone is an orphan. */
const LENGTH_BONUS = [0, -0.12, 0.05, 0.09, 0.06];
/** Every source that joins in makes a section more than an excerpt. */
const NEW_SOURCE_BONUS = 0.12;
const LIST_BONUS = 0.04;
/** The first sentence of a paragraph says what it is about. */
const OPENING_BONUS = 0.1;
/** Weight of novelty against worth. */
const NOVELTY = 0.15;
/** Runs worth less than this share of the best one are left out. */
const WORTH_SHARE = 0.45;
/** And those this much further from the section's subject than the nearest one. */
const SUBJECT_SHARE = 0.4;

export interface SelectionLimits {
  /** The section is full when it has this many words. */
  words: number;
  /** How many runs at most. */
  runs: number;
  /** Tells which runs may be picked; absent for all. */
  accepts?: (run: SentenceRun) => boolean;
}

/**
 * Picks runs for a section on `centre` until it is full: maximal marginal relevance (J. Carbonell and J. Goldstein,
 * 1998) over runs of sentences, with a bonus for sources not heard yet. What is picked is added to `used`.
 */
export function selectRuns(
  material: ArticleMaterial,
  paragraphs: readonly MaterialParagraph[],
  centre: TermVector,
  used: UsedText,
  limits: SelectionLimits,
): SentenceRun[] {
  const runs = paragraphs.flatMap(sentenceRuns);
  const rated = (limits.accepts === undefined ? runs : runs.filter(limits.accepts)).map((run) => ({
    run,
    worth: runWorth(material, run, centre),
    near: cosine(sumVectors(run.sentences.map((each) => material.vector(each))), centre),
  }));
  const nearest = Math.max(0, ...rated.map((each) => each.near));
  const candidates = rated.filter((each) => each.near >= nearest * SUBJECT_SHARE);
  const least = WORTH_SHARE * Math.max(0, ...candidates.map((candidate) => candidate.worth));
  const selected: SentenceRun[] = [];
  let room = limits.words;
  while (selected.length < limits.runs && room > limits.words * 0.15) {
    const sources = new Set(selected.map((run) => run.sentences[0]?.sourceId));
    const spacious = candidates.filter(
      ({ run, worth }) => worth >= least && run.words <= room * 1.25 + 15 && !used.repeats(run),
    );
    let best: SentenceRun | undefined;
    let bestValue = -Infinity;
    for (const { run, worth } of spacious) {
      const bonus = sources.has(run.sentences[0]?.sourceId) ? 0 : NEW_SOURCE_BONUS;
      const value = worth + bonus - NOVELTY * used.nearness(run);
      if (value > bestValue) [best, bestValue] = [run, value];
    }
    if (best === undefined) break;
    used.add(best);
    selected.push(best);
    room -= best.words;
  }
  return selected;
}

/** Worth of a run for a section: the mean of its sentences, with what its shape adds. */
export function runWorth(material: ArticleMaterial, run: SentenceRun, centre: TermVector): number {
  const total = run.sentences.reduce((sum, sentence) => sum + material.score(sentence, centre), 0);
  const opensParagraph = run.paragraph.sentences[0] === run.sentences[0] ? OPENING_BONUS : 0;
  const list = run.list === undefined ? 0 : LIST_BONUS;
  return (
    total / run.sentences.length + (LENGTH_BONUS[run.sentences.length] ?? 0) + opensParagraph + list
  );
}
