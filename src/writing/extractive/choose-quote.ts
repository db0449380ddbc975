import type { Paragraph } from '../../core/article.ts';
import { cleanText } from '../../core/text/clean-text.ts';
import { addressesModel } from './addresses-model.ts';
import type { ArticleMaterial } from './article-material.ts';
import { cite } from './cite-runs.ts';
import type { Topic } from './cluster-topics.ts';
import { figurePhrases } from './figures/figure-phrases.ts';
import { shortTitles } from './figures/short-title.ts';
import { isProse } from './is-prose.ts';
import type { MaterialSentence } from './material.ts';
import type { UsedText } from './used-text.ts';

const WORDS = { minimum: 14, maximum: 45 };
const LEAST = 0.38;
const LONGEST_NAME = 60;
/** Plans and hopes are no experience. */
const PLANS =
  /\b(?:want(?:ed)? to|hoped?|decided|plan(?:ned)? to|wondered|thought about|started (?:a|with)|wished)\b/iu;

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
      if (
        !traits.firstPerson ||
        traits.unfit ||
        traits.announces ||
        PLANS.test(sentence.text) ||
        !isProse(sentence.text)
      )
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
  const quotation = cite(material, best);
  const speaker = speakerOf(material, best);
  // The citation of the words is that of who said them.
  const named = { text: `— ${speaker}`, citations: quotation.citations.slice(0, 1) };
  return { kind: 'quote', content: speaker === '' ? [quotation] : [quotation, named] };
}

/** Who says it and where, as far as the dossier tells: `Ilse Brandvold, “Two winters with a heat pump”`. */
function speakerOf(
  { material, language }: ArticleMaterial,
  { sourceId }: MaterialSentence,
): string {
  const author = cleanText(material.authors.get(sourceId) ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  const isName =
    author.length <= LONGEST_NAME && /^[\p{L}\p{M}][\p{L}\p{M}\s.,'’&-]*$/u.test(author);
  const title = shortTitles(material.titles, figurePhrases(language).quotes)(sourceId);
  return [isName && !addressesModel(author) ? author : '', title]
    .filter((part) => part !== '')
    .join(', ');
}
