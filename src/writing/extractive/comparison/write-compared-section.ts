import type { ArticleSection } from '../../../core/article.ts';
import type { ArticleMaterial } from '../article-material.ts';
import { chooseHeading } from '../choose-heading.ts';
import { citeRuns } from '../cite-runs.ts';
import type { Topic } from '../cluster-topics.ts';
import { joinRuns } from '../join-runs.ts';
import { orderParagraphs } from '../order-paragraphs.ts';
import { selectRuns } from '../select-runs.ts';
import type { SentenceRun } from '../sentence-run.ts';
import type { TermVector } from '../terms.ts';
import type { UsedText } from '../used-text.ts';
import { sectionCentre, type SectionOptions } from '../write-section.ts';
import type { SideName, Sides } from './read-sides.ts';

/** Share of a section's words for sentences on both sides at once; the rest is shared by the two. */
const ON_BOTH = 0.45;
const MOST_RUNS = 3;
/** One side may have this many times the words of the other. */
const UNEVEN = 1.8;

/**
 * One section that puts the sides next to each other under one aspect: first what compares them in one breath, then
 * the one side, then the other, in about equal length. Undefined, with nothing used, when a side has nothing to say.
 */
export function writeComparedSection(
  material: ArticleMaterial,
  topic: Topic,
  sides: Sides,
  used: UsedText,
  options: SectionOptions,
): ArticleSection | undefined {
  const centre = sectionCentre(material, topic);
  const pick = (name: SideName, words: number) =>
    selectRuns(material, topic.paragraphs, centre, used, {
      words,
      runs: MOST_RUNS,
      accepts: (run) => sides.ofRun(run) === name,
    });
  const both = pick('both', options.words * ON_BOTH);
  const rest = (options.words - wordsOf(both)) / 2;
  const left = pick('left', rest);
  const right = pick('right', rest);
  evenOut(left, right, used);
  evenOut(right, left, used);
  const runs = [...both, ...left, ...right];
  const compares = both.length > 0 || (left.length > 0 && right.length > 0);
  if (!compares || wordsOf(runs) < options.fewestWords) {
    for (const run of runs) used.release(run);
    return undefined;
  }
  const heading =
    chooseHeading(material, topic, runs, options.style, options) ?? options.fallbackHeading;
  const paragraphs = [both, left, right].flatMap((group) => paragraphsOf(material, group, centre));
  return { heading, paragraphs };
}

/** Takes runs from the longer side until it is not much longer than the other. */
function evenOut(longer: SentenceRun[], shorter: readonly SentenceRun[], used: UsedText): void {
  while (longer.length > 1 && wordsOf(longer) > wordsOf(shorter) * UNEVEN) {
    const last = longer.pop();
    if (last !== undefined) used.release(last);
  }
}

function paragraphsOf(material: ArticleMaterial, runs: readonly SentenceRun[], centre: TermVector) {
  return orderParagraphs(material, joinRuns(material, runs), centre).flatMap((plan) =>
    citeRuns(material, plan.runs),
  );
}

function wordsOf(runs: readonly SentenceRun[]): number {
  return runs.reduce((sum, run) => sum + run.words, 0);
}
