import type { Paragraph } from '../../core/article.ts';
import type { ArticleMaterial } from './article-material.ts';
import { cite } from './cite-runs.ts';
import type { Topic } from './cluster-topics.ts';
import { isProse } from './is-prose.ts';
import type { MaterialSentence } from './material.ts';
import type { UsedText } from './used-text.ts';

const WORDS = { minimum: 14, maximum: 45 };
const LEAST = 0.38;

/** A sentence in which an author tells of his own experience with the topic; undefined when none is worth it. */
export function chooseQuote(
  material: ArticleMaterial,
  topic: Topic,
  used: UsedText,
): Paragraph | undefined {
  let best: MaterialSentence | undefined;
  let bestValue = LEAST;
  for (const paragraph of topic.paragraphs) {
    for (const [place, sentence] of paragraph.sentences.entries()) {
      const { traits, words } = sentence;
      if (!traits.firstPerson || traits.unfit || traits.announces || !isProse(sentence.text))
        continue;
      if (words < WORDS.minimum || words > WORDS.maximum) continue;
      if (place === 0 ? traits.dependent : !traits.selfContained) continue;
      const run = { paragraph, sentences: [sentence], words };
      if (used.repeats(run)) continue;
      const value = material.score(sentence, topic.centroid) - 0.2 * used.nearness(run);
      if (value > bestValue) [best, bestValue] = [sentence, value];
    }
  }
  if (best === undefined) return undefined;
  return { kind: 'quote', content: [cite(material, best)] };
}
