import type { ArticleMaterial } from './article-material.ts';
import type { Topic } from './cluster-topics.ts';
import type { MaterialParagraph, MaterialSentence } from './material.ts';
import { cosine } from './terms.ts';
import type { SentenceRun } from './sentence-run.ts';
import type { UsedText } from './used-text.ts';

const MOST = 3;
const WORDS = { minimum: 10, maximum: 36 };
/** What the last sentence of a whole source gains. */
const LAST_WORD = 0.4;
const LEAST = 0.4;

/**
 * Picks two or three sentences of advice that close a paragraph and stand alone, one a topic, in the order of the
 * topics; none when fewer than two fit. Figures belong into sections. What is picked is added to `used`.
 */
export function chooseConclusion(
  material: ArticleMaterial,
  topics: readonly Topic[],
  used: UsedText,
): SentenceRun[] {
  const candidates = topics.flatMap((topic, place) =>
    topic.paragraphs
      .flatMap((paragraph) => paragraph.sentences.map((sentence) => ({ paragraph, sentence })))
      .filter(({ paragraph, sentence }) => {
        const { traits, usable, words } = sentence;
        const fits = words >= WORDS.minimum && words <= WORDS.maximum;
        const alone =
          traits.selfContained ||
          (!traits.dependent && closeness(material, paragraph, sentence) >= LAST_WORD);
        const closes = paragraph.sentences.at(-1) === sentence && sentence.numbers.length === 0;
        return usable && fits && traits.advice && alone && closes && !traits.announces;
      })
      .map(({ paragraph, sentence }) => {
        const run: SentenceRun = { paragraph, sentences: [sentence], words: sentence.words };
        const relevance = material.sentenceRelevance(sentence);
        const reason = /\b(?:because|since|so that|before|rather than|even if)\b/u.test(
          sentence.text,
        )
          ? 0.15
          : 0;
        const central = cosine(material.vector(sentence), topic.centroid);
        const closes = closeness(material, paragraph, sentence);
        return { run, place, value: 0.5 * relevance + reason + closes + central };
      }),
  );
  const chosen: typeof candidates = [];
  for (const candidate of candidates.toSorted((left, right) => right.value - left.value)) {
    if (chosen.length >= MOST || candidate.value < LEAST) break;
    if (chosen.some((each) => each.place === candidate.place) || used.repeats(candidate.run))
      continue;
    used.add(candidate.run);
    chosen.push(candidate);
  }
  if (chosen.length < 2) return [];
  return chosen.toSorted((left, right) => left.place - right.place).map((each) => each.run);
}

/** Sources put their last word at the end of a paragraph, a part, and the whole, 0 to 0.4. */
function closeness(
  material: ArticleMaterial,
  paragraph: MaterialParagraph,
  sentence: MaterialSentence,
): number {
  if (paragraph.sentences.at(-1) !== sentence) return 0;
  const segment = material.segment(paragraph);
  if (segment?.paragraphs.at(-1) !== paragraph) return 0.1;
  const last = material.material.segments.findLast((each) => each.sourceId === segment.sourceId);
  return last === segment ? LAST_WORD : 0.2;
}
