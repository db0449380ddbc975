import type { FaqEntry } from '../../core/article.ts';
import type { ArticleMaterial } from './article-material.ts';
import { headingKey, headingVariants, isHeading } from './choose-heading.ts';
import { citeRuns } from './cite-runs.ts';
import type { Topic } from './cluster-topics.ts';
import type { MaterialSegment } from './material.ts';
import { runWorth } from './select-runs.ts';
import { sentenceRuns, type SentenceRun } from './sentence-run.ts';
import { readTerms } from './terms.ts';
import type { UsedText } from './used-text.ts';

const ANSWER_WORDS = { minimum: 12, maximum: 85, withList: 130 };
/** A list this long needs no questions near to its sections. */
const ENOUGH = 2;
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
  options: { limit: number; taken: ReadonlySet<string> },
): FaqEntry[] {
  const taken = new Set(options.taken);
  const entries: FaqEntry[] = [];
  for (const topic of [...topics.free, ...topics.treated]) {
    const enough = topics.treated.includes(topic) ? ENOUGH : options.limit;
    let chosen: { question: string; answer: SentenceRun; value: number } | undefined;
    for (const segment of topic.segments) {
      const question = headingVariants(segment.heading ?? '').at(-1) ?? '';
      if (!/^[^:;]+[?？]$/u.test(question) || !isHeading(question)) continue;
      if (overlaps(headingKey(question, material.language), taken)) continue;
      const answer = bestAnswer(material, segment, question, topic, used);
      if (answer !== undefined && answer.value > (chosen?.value ?? 0))
        chosen = { question, ...answer };
    }
    if (chosen === undefined || entries.length >= Math.min(enough, options.limit)) continue;
    used.add(chosen.answer);
    taken.add(headingKey(chosen.question, material.language));
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
  const terms = readTerms(question, material.language);
  const telling = terms.filter((term) => !material.keywordTerms.includes(term));
  let best: { answer: SentenceRun; value: number } | undefined;
  for (const run of segment.paragraphs.flatMap(sentenceRuns)) {
    if (
      run.sentences.length > 3 ||
      run.words < ANSWER_WORDS.minimum ||
      run.words > (run.list === undefined ? ANSWER_WORDS.maximum : ANSWER_WORDS.withList)
    )
      continue;
    const found = new Set(run.sentences.flatMap((sentence) => sentence.terms));
    const fit = material.weights.coverage(telling.length > 0 ? telling : terms, found);
    const first = segment.paragraphs[0] === run.paragraph ? 0.15 : 0;
    if (fit + first < LEAST_FIT || used.repeats(run)) continue;
    const value =
      fit * 0.5 + first + runWorth(material, run, topic.centroid) - 0.2 * used.nearness(run);
    if (value > (best?.value ?? 0)) best = { answer: run, value };
  }
  return best;
}

/** True when a heading with these words, or more of them, is taken. */
function overlaps(key: string, taken: ReadonlySet<string>): boolean {
  const words = key.split(' ');
  for (const other of taken) {
    const others = new Set(other.split(' '));
    const shared = words.filter((word) => others.has(word)).length;
    if (shared >= Math.max(words.length, others.size) * 0.8) return true;
  }
  return false;
}
