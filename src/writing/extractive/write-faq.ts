import type { FaqEntry } from '../../core/article.ts';
import type { ArticleMaterial } from './article-material.ts';
import { headingVariants, isHeading, tellingTerms } from './choose-heading.ts';
import { citeRuns } from './cite-runs.ts';
import type { Topic } from './cluster-topics.ts';
import type { MaterialSegment } from './material.ts';
import { runWorth } from './select-runs.ts';
import { sentenceRuns, type SentenceRun } from './sentence-run.ts';
import type { UsedText } from './used-text.ts';

const ANSWER_WORDS = { minimum: 12, maximum: 85, withList: 130 };
/** A list this long needs no questions near to its sections. */
const ENOUGH = 2;
/** Two questions that share this much of the shorter one are one. */
const MOST_SHARED = 0.3;
/** A question must share this much with its answer. */
const LEAST_FIT = 0.3;

/**
 * Questions that the sources ask in their headings and the sections do not, answered by one run out of the same part
 * of the same source. Topics without a section come first; the others only help a short list out.
 */
export function writeFaq(
  material: ArticleMaterial,
  topics: { free: readonly Topic[]; treated: readonly Topic[] },
  used: UsedText,
  options: { limit: number; headings: readonly string[] },
): FaqEntry[] {
  const taken = options.headings.map((heading) => tellingTerms(heading, material));
  const entries: FaqEntry[] = [];
  for (const topic of [...topics.free, ...topics.treated]) {
    const enough = topics.treated.includes(topic) ? ENOUGH : options.limit;
    let chosen: { question: string; answer: SentenceRun; value: number } | undefined;
    for (const segment of topic.segments) {
      const question = headingVariants(segment.heading ?? '').at(-1) ?? '';
      if (!/^[^:;]+[?？]$/u.test(question) || !isHeading(question)) continue;
      if (overlaps(material, question, taken)) continue;
      const answer = bestAnswer(material, segment, question, topic, used);
      if (answer !== undefined && answer.value > (chosen?.value ?? 0))
        chosen = { question, ...answer };
    }
    if (chosen === undefined || entries.length >= Math.min(enough, options.limit)) continue;
    used.add(chosen.answer);
    taken.push(tellingTerms(chosen.question, material));
    entries.push({ question: chosen.question, answer: citeRuns(material, [chosen.answer]) });
  }
  return entries;
}

function bestAnswer(
  material: ArticleMaterial,
  segment: MaterialSegment,
  question: string,
  topic: Topic,
  used: UsedText,
): { answer: SentenceRun; value: number } | undefined {
  const telling = tellingTerms(question, material);
  let best: { answer: SentenceRun; value: number } | undefined;
  for (const run of segment.paragraphs.flatMap(sentenceRuns)) {
    if (
      run.sentences.length > 3 ||
      run.words < ANSWER_WORDS.minimum ||
      run.words > (run.list === undefined ? ANSWER_WORDS.maximum : ANSWER_WORDS.withList)
    )
      continue;
    const found = new Set(run.sentences.flatMap((sentence) => sentence.terms));
    const fit = material.weights.coverage(telling, found);
    const first = segment.paragraphs[0] === run.paragraph ? 0.15 : 0;
    if (fit + first < LEAST_FIT || used.repeats(run)) continue;
    const value =
      fit * 0.5 + first + runWorth(material, run, topic.centroid) - 0.2 * used.nearness(run);
    if (value > (best?.value ?? 0)) best = { answer: run, value };
  }
  return best;
}

/** True when a heading that is taken asks for much the same. */
function overlaps(
  material: ArticleMaterial,
  question: string,
  taken: readonly (readonly string[])[],
): boolean {
  const terms = tellingTerms(question, material);
  return taken.some((others) => {
    const shared = terms.filter((term) => others.includes(term)).length;
    return shared > 0 && shared >= Math.min(terms.length, others.length) * MOST_SHARED;
  });
}
