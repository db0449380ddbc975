import type { ArticleMaterial } from '../article-material.ts';
import type { Topic } from '../cluster-topics.ts';
import type { Sides } from './read-sides.ts';

/** With fewer words on a side, nothing is compared. */
const FEWEST_WORDS = 8;

/** The topics in which the sources speak of both sides, the best balanced first. */
export function comparedTopics(material: ArticleMaterial, sides: Sides): Topic[] {
  return material.topics
    .map((topic) => ({ topic, balance: balanceOf(topic, sides) }))
    .filter(({ balance }) => balance >= FEWEST_WORDS)
    .toSorted((left, right) => right.balance - left.balance)
    .map(({ topic }) => topic);
}

/** Words on the side that has fewer, with those on both. */
function balanceOf(topic: Topic, sides: Sides): number {
  const words = { left: 0, right: 0, both: 0, none: 0 };
  for (const sentence of topic.paragraphs.flatMap((paragraph) => paragraph.sentences))
    if (sentence.usable) words[sides.ofSentence(sentence)] += sentence.words;
  return Math.min(words.left, words.right) + words.both;
}
