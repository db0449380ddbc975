import type { ArticleTemplate } from '../../core/article-template.ts';
import { sentencesOf, type ArticleMaterial } from './article-material.ts';
import { isLead } from './lead-segment.ts';
import type { Topic } from './cluster-topics.ts';
import { readTerms } from './terms.ts';

/** Topics this much less relevant than the best one are left out, unless the template needs them. */
const RELEVANT_SHARE = { narrow: 0.42, wide: 0.15 };
const BARELY_RELEVANT_SHARE = 0.1;
/** Against the position in the sources, 0 to 1. */
const FOCUS_WEIGHT = 1.1;
const FOCUS_SHARE = 0.75;
/** Words of a section of usual length. */
const SECTION_WORDS = 150;

export interface TopicPlan {
  /** In the order of the article, with the share of the words that each deserves. */
  chosen: { topic: Topic; share: number }[];
  /** Relevant topics without a section, best first. */
  rest: Topic[];
}

/** Chooses what the sections are about: relevant, well covered, treated by several sources, asked by the template. */
export function planTopics(
  material: ArticleMaterial,
  request: {
    questions: readonly string[];
    words: number;
    sections: ArticleTemplate['sections'];
    /** Leaves out what the keyword is: whoever follows instructions knows. */
    skipBasics: boolean;
    /** A topic with less usable text gives no section. */
    fewestWords: number;
  },
): TopicPlan {
  const rated = material.topics
    .filter((topic) => !topic.segments.every((segment) => isLead(material.material, segment)))
    .map((topic) => ({
      topic,
      words: usableWords(topic),
      relevance: topicRelevance(material, topic),
      focus: focusOf(material, topic),
    }))
    .filter(
      ({ topic, words }) => words >= request.fewestWords && !(request.skipBasics && topic.basic),
    );
  const most = Math.max(0, ...rated.map((each) => each.relevance));
  const sources = Math.max(
    1,
    new Set(material.material.segments.map((each) => each.sourceId)).size,
  );
  const ranked = rated
    .map(({ topic, words, relevance, focus }) => ({
      topic,
      relevance,
      focus,
      value:
        (most === 0 ? 0 : relevance / most) * 0.6 +
        (topic.sourceIds.size / sources) * 0.25 +
        Math.min(1, words / 300) * 0.15 +
        focus * 0.3 +
        asked(material, topic, request.questions) * 0.25,
    }))
    .toSorted((left, right) => right.value - left.value);
  const least = most * (material.isNarrow() ? RELEVANT_SHARE.narrow : RELEVANT_SHARE.wide);
  const relevant = ranked.filter((each) => each.relevance >= least);
  const barely = ranked.filter(
    (each) => each.relevance < least && each.relevance >= most * BARELY_RELEVANT_SHARE,
  );
  const { minimum, maximum } = request.sections;
  const wanted = Math.max(minimum, Math.min(maximum, Math.round(request.words / SECTION_WORDS)));
  // A narrow keyword gets what else the sources say on it, wherever they say it, and nothing to fill up.
  const strayed = barely
    .slice(0, Math.max(0, minimum - relevant.length))
    .map((each) => ({ ...each, topic: focused(material, each.topic, most * FOCUS_SHARE) }))
    .filter((each) => usableWords(each.topic) >= request.fewestWords * 2);
  const pool = [...relevant, ...strayed];
  const chosen = pool.slice(0, wanted);
  const total = chosen.reduce((sum, each) => sum + each.relevance, 0);
  const others = [...relevant.slice(wanted), ...barely];
  return {
    chosen: chosen
      .map(({ topic, relevance, focus }) => ({
        topic,
        share: total === 0 ? 1 / chosen.length : relevance / total,
        // Sources go from the basics to the details; what the keyword is about comes sooner.
        place: topic.position - FOCUS_WEIGHT * focus,
      }))
      .toSorted((left, right) => left.place - right.place)
      .map(({ topic, share }) => ({ topic, share })),
    rest: others.map((each) => each.topic),
  };
}

/** The topic with only those paragraphs that are about the keyword themselves. */
function focused(material: ArticleMaterial, topic: Topic, least: number): Topic {
  const paragraphs = topic.paragraphs.filter(
    (each) => material.relevance(sentencesOf(each).flatMap((one) => one.terms)) >= least,
  );
  return { ...topic, paragraphs };
}

/** Mean relevance of the three best paragraphs: one stray mention in a long topic counts little. */
function topicRelevance(material: ArticleMaterial, topic: Topic): number {
  const best = topic.paragraphs
    .map((paragraph) => material.paragraphRelevance(paragraph))
    .toSorted((left, right) => right - left)
    .slice(0, 3);
  return best.reduce((sum, each) => sum + each, 0) / Math.max(1, best.length);
}

/** How much the topic is what the keyword is on, by its best heading and by its text, 0 to 1. */
function focusOf(material: ArticleMaterial, topic: Topic): number {
  const headings = topic.segments.map((segment) =>
    material.focus(readTerms(segment.heading ?? '', material.language)),
  );
  const paragraphs = topic.paragraphs.map((paragraph) =>
    material.focus(sentencesOf(paragraph).flatMap((sentence) => sentence.terms)),
  );
  const mean = paragraphs.reduce((sum, each) => sum + each, 0) / Math.max(1, paragraphs.length);
  return Math.max(0, ...headings) * 0.5 + mean * 0.5;
}

/** How well the topic answers one of the questions, 0 to 1. */
function asked(material: ArticleMaterial, topic: Topic, questions: readonly string[]): number {
  const headings = new Set(
    topic.segments.flatMap((segment) => readTerms(segment.heading ?? '', material.language)),
  );
  return Math.max(
    0,
    ...questions.map((question) => {
      const terms = readTerms(question, material.language).filter(
        (term) => !material.keywordTerms.includes(term),
      );
      return material.weights.coverage(terms, headings);
    }),
  );
}

function usableWords(topic: Topic): number {
  return topic.paragraphs
    .flatMap(sentencesOf)
    .reduce((sum, sentence) => sum + (sentence.usable ? sentence.words : 0), 0);
}
