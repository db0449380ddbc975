import type { ArticleMaterial } from './article-material.ts';
import type { Sides } from './comparison/read-sides.ts';
import { isLead } from './lead-segment.ts';
import type { MaterialParagraph } from './material.ts';
import { runWorth } from './select-runs.ts';
import { sentenceRuns, type SentenceRun } from './sentence-run.ts';
import { readTerms } from './terms.ts';
import type { UsedText } from './used-text.ts';

const DEFINITION = 0.5;
const LEAD = 0.5;
/** A comparison opens with what tells its sides apart. */
const BOTH_SIDES = 0.6;
/** Weight of novelty against worth. */
const NOVELTY = 0.3;
/** What to do belongs behind what the thing is. */
const ADVICE = 0.25;
const MOST_WORDS = 75;
/** Of little material, the introduction takes this share. */
const SHARE = 0.3;

/**
 * Picks up to two runs that say what the keyword is and why it matters; adds them to `used`.
 * @param available words of the material that may be printed.
 */
export function chooseIntroduction(
  material: ArticleMaterial,
  used: UsedText,
  available: number,
  sides?: Sides,
): SentenceRun[] {
  const basics = new Set(
    material.topics.filter((topic) => topic.basic).flatMap((topic) => topic.paragraphs),
  );
  const candidates = material.material.segments.flatMap((segment) => {
    const lead = isLead(material.material, segment);
    return segment.paragraphs.flatMap((paragraph) =>
      sentenceRuns(paragraph)
        .filter((run) => run.list === undefined && run.words <= MOST_WORDS)
        .filter((run) => run.sentences.length > 1 || opens(material, run))
        .map((run) => ({
          run,
          worth:
            introductionWorth(material, paragraph, run) +
            (lead ? leadWorth(run) : 0) +
            (sides?.ofRun(run) === 'both' ? BOTH_SIDES : 0),
          // What a section is about stays there.
          general:
            lead || sides?.ofRun(run) === 'both' || basics.has(paragraph) || opens(material, run),
        })),
    );
  });
  const general = candidates.filter((candidate) => candidate.general);
  const room = available * SHARE;
  const first = best(general.length > 0 ? general : candidates, used, room);
  if (first === undefined) return [];
  used.add(first);
  const others = general.filter(({ run }) => run.paragraph !== first.paragraph);
  const second = best(others, used, room - first.words);
  if (second === undefined) return [first];
  used.add(second);
  return opens(material, second) && !opens(material, first) ? [second, first] : [first, second];
}

function best(
  candidates: readonly { run: SentenceRun; worth: number }[],
  used: UsedText,
  room: number,
): SentenceRun | undefined {
  let found: SentenceRun | undefined;
  let foundValue = -Infinity;
  for (const { run, worth } of candidates) {
    if (run.words > room || used.repeats(run)) continue;
    const value = worth - NOVELTY * used.nearness(run);
    if (value > foundValue) [found, foundValue] = [run, value];
  }
  return found;
}

/** What opens a source opens an article, best unshortened. */
function leadWorth(run: SentenceRun): number {
  return LEAD * (run.sentences.length / run.paragraph.sentences.length);
}

function introductionWorth(
  material: ArticleMaterial,
  paragraph: MaterialParagraph,
  run: SentenceRun,
): number {
  const relevance = material.paragraphRelevance(paragraph);
  const figures = run.sentences.reduce((sum, sentence) => sum + sentence.numbers.length, 0);
  return (
    runWorth(material, run, material.centroid) +
    0.3 * relevance +
    (0.3 * run.sentences.reduce((sum, each) => sum + material.sentenceRelevance(each), 0)) /
      run.sentences.length -
    (run.sentences.some((sentence) => sentence.traits.advice) ? ADVICE : 0) +
    (opens(material, run) ? DEFINITION : 0) -
    Math.min(0.3, 0.05 * figures)
  );
}

/** True when the run begins by saying what the keyword, or the thing it is about, is. */
function opens(material: ArticleMaterial, run: SentenceRun): boolean {
  return (run.sentences[0]?.traits.defines ?? []).some((name) => {
    const terms = readTerms(name, material.language);
    const shared = terms.filter((term) => material.keywordTerms.includes(term)).length;
    return (
      terms.length > 0 && shared === terms.length && shared * 2 >= material.keywordTerms.length
    );
  });
}
