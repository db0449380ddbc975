import type { ArticleMaterial } from './article-material.ts';
import type { ParagraphPlan } from './join-runs.ts';
import { cosine, sumVectors, type TermVector } from './terms.ts';

/** How much the next paragraph of the same source is preferred as the next one. */
const SAME_SOURCE_NEXT = 0.06;
const DEFINES = 0.3;
/** A source's own opening paragraph opens well. */
const OPENS = 0.12;
const LIST_LAST = 0.5;

/**
 * Puts the paragraphs of a section in an order that reads on: first what is nearest to the section's subject, then
 * always the one nearest to the one before it, so that sources on the same point meet. Paragraphs of one source keep
 * their order; lists close the section.
 */
export function orderParagraphs(
  material: ArticleMaterial,
  paragraphs: readonly ParagraphPlan[],
  subject: TermVector,
): ParagraphPlan[] {
  const waiting = [...paragraphs];
  const ordered: ParagraphPlan[] = [];
  while (waiting.length > 0) {
    const previous = ordered.at(-1);
    let best: ParagraphPlan | undefined;
    let bestValue = -Infinity;
    for (const paragraph of waiting) {
      if (waiting.some((other) => standsBefore(other, paragraph))) continue;
      const value =
        (previous === undefined
          ? openingValue(material, paragraph, subject)
          : nextValue(material, previous, paragraph)) - (hasList(paragraph) ? LIST_LAST : 0);
      if (value > bestValue) [best, bestValue] = [paragraph, value];
    }
    if (best === undefined) break;
    ordered.push(best);
    waiting.splice(waiting.indexOf(best), 1);
  }
  return ordered;
}

function openingValue(material: ArticleMaterial, plan: ParagraphPlan, subject: TermVector): number {
  const sentences = sentencesOf(plan);
  const [first] = sentences;
  const run = plan.runs[0];
  const segment = run === undefined ? undefined : material.segment(run.paragraph);
  const opens = segment?.paragraphs[0] === run?.paragraph && run?.paragraph.sentences[0] === first;
  return (
    cosine(sumVectors(sentences.map((each) => material.vector(each))), subject) +
    ((first?.traits.defines.length ?? 0) === 0 ? 0 : DEFINES) +
    (opens ? OPENS : 0)
  );
}

function nextValue(
  material: ArticleMaterial,
  previous: ParagraphPlan,
  next: ParagraphPlan,
): number {
  let nearest = 0;
  for (const left of sentencesOf(previous))
    for (const right of sentencesOf(next))
      nearest = Math.max(nearest, material.similarity(left, right));
  return nearest + (sourceOf(previous) === sourceOf(next) ? SAME_SOURCE_NEXT : 0);
}

/** True when both begin in one source and the first stands before the second there. */
function standsBefore(first: ParagraphPlan, second: ParagraphPlan): boolean {
  const [left, right] = [sentencesOf(first)[0], sentencesOf(second)[0]];
  if (left === undefined || right === undefined || left === right) return false;
  return left.sourceId === right.sourceId && left.index < right.index;
}

function hasList(plan: ParagraphPlan): boolean {
  return plan.runs.some((run) => run.list !== undefined);
}

function sourceOf(plan: ParagraphPlan): string | undefined {
  return sentencesOf(plan)[0]?.sourceId;
}

function sentencesOf(plan: ParagraphPlan): ParagraphPlan['runs'][number]['sentences'][number][] {
  return plan.runs.flatMap((run) => run.sentences);
}
