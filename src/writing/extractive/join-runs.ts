import type { ArticleMaterial } from './article-material.ts';
import type { SentenceRun } from './sentence-run.ts';

/** Runs that share a paragraph. */
export interface ParagraphPlan {
  runs: readonly SentenceRun[];
}

const MOST_SENTENCES = 4;
const MOST_WORDS = 95;
/** A single sentence joins what it is this near to; figures on the same thing meet here. */
const BELONGS = 0.08;

/**
 * Forms paragraphs: a run of several sentences is one; a single sentence joins the paragraph it is nearest to.
 * Singles that belong nowhere are left out, unless the section has nothing else.
 */
export function joinRuns(material: ArticleMaterial, runs: readonly SentenceRun[]): ParagraphPlan[] {
  const paragraphs = runs.filter((run) => !isSingle(run)).map((run) => ({ runs: [run] }));
  const orphans: SentenceRun[] = [];
  for (const single of runs.filter(isSingle)) {
    let best: { runs: SentenceRun[] } | undefined;
    let bestValue = BELONGS;
    for (const paragraph of paragraphs) {
      if (!hasRoom(paragraph.runs, single)) continue;
      const value = nearness(material, paragraph.runs, single);
      if (value >= bestValue) [best, bestValue] = [paragraph, value];
    }
    if (best === undefined) orphans.push(single);
    else best.runs.splice(placeOf(best.runs, single), 0, single);
  }
  for (const orphan of runs.some((run) => !isSingle(run)) ? [] : orphans) {
    const last = paragraphs.at(-1);
    if (last !== undefined && hasRoom(last.runs, orphan)) last.runs.push(orphan);
    else paragraphs.push({ runs: [orphan] });
  }
  return paragraphs;
}

/** Where a single stands among the runs: in the order of its own source, first when it defines, else last. */
function placeOf(runs: readonly SentenceRun[], single: SentenceRun): number {
  const [sentence] = single.sentences;
  if ((sentence?.traits.defines.length ?? 0) > 0) return 0;
  const next = runs.findIndex(
    (run) =>
      run.paragraph === single.paragraph && (run.sentences[0]?.index ?? 0) > (sentence?.index ?? 0),
  );
  return next === -1 ? runs.length : next;
}

function isSingle(run: SentenceRun): boolean {
  return run.sentences.length === 1 && run.list === undefined;
}

function hasRoom(runs: readonly SentenceRun[], single: SentenceRun): boolean {
  if (runs.some((run) => run.list !== undefined)) return false;
  const sentences = runs.reduce((sum, run) => sum + run.sentences.length, 1);
  return (
    sentences <= MOST_SENTENCES &&
    runs.reduce((sum, run) => sum + run.words, single.words) <= MOST_WORDS
  );
}

function nearness(
  material: ArticleMaterial,
  runs: readonly SentenceRun[],
  single: SentenceRun,
): number {
  const [sentence] = single.sentences;
  if (sentence === undefined) return 0;
  const all = runs.flatMap((run) => run.sentences);
  return Math.max(0, ...all.map((other) => material.similarity(other, sentence)));
}
