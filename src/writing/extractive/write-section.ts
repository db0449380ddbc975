import type { ArticleTemplate } from '../../core/article-template.ts';
import type { ArticleSection, Paragraph } from '../../core/article.ts';
import type { ArticleMaterial } from './article-material.ts';
import { chooseHeading, headingKey, headingVariants } from './choose-heading.ts';
import { chooseQuote } from './choose-quote.ts';
import { citeRuns } from './cite-runs.ts';
import type { Topic } from './cluster-topics.ts';
import { joinRuns } from './join-runs.ts';
import { keepFitting } from './keep-fitting.ts';
import { orderParagraphs } from './order-paragraphs.ts';
import { selectRuns } from './select-runs.ts';
import type { SentenceRun } from './sentence-run.ts';
import { readTerms, sumVectors, type TermVector } from './terms.ts';
import type { UsedText } from './used-text.ts';

const MOST_RUNS = 8;

export interface SectionOptions {
  words: number;
  /** Less than this under a heading is no section. */
  fewestWords: number;
  style: ArticleTemplate['headings'];
  questions: readonly string[];
  /** The headings that the article has, by their keys. */
  taken: ReadonlyMap<string, string>;
  /** Heads a section for which no source has a heading. */
  fallbackHeading: string;
  quote: boolean;
}

/** One section on a topic; undefined, with nothing used, when too little is left to say on it. */
export function writeSection(
  material: ArticleMaterial,
  topic: Topic,
  used: UsedText,
  options: SectionOptions,
): ArticleSection | undefined {
  const centre = sectionCentre(material, topic);
  const limits = { words: options.words, runs: MOST_RUNS };
  const runs = selectRuns(material, topic.paragraphs, centre, used, limits);
  const chosen = chooseHeading(material, topic, runs, options.style, options);
  const heading = chosen ?? sharedHeading(material, runs, options) ?? options.fallbackHeading;
  const joined = joinRuns(material, runs);
  const fitting = chosen === undefined ? joined : keepFitting(material, joined, heading);
  const kept = new Set(fitting.flatMap((plan) => plan.runs));
  const words = [...kept].reduce((sum, run) => sum + run.words, 0);
  for (const run of runs) if (words < options.fewestWords || !kept.has(run)) used.release(run);
  if (words < options.fewestWords) return undefined;
  const paragraphs = orderParagraphs(material, fitting, centre).flatMap((plan) =>
    citeRuns(material, plan.runs),
  );
  const quote = options.quote ? chooseQuote(material, topic, used) : undefined;
  return { heading, paragraphs: quote === undefined ? paragraphs : withQuote(paragraphs, quote) };
}

/** The heading of a section that stands already, when the sources put these runs under it too. */
function sharedHeading(
  material: ArticleMaterial,
  runs: readonly SentenceRun[],
  { taken }: SectionOptions,
): string | undefined {
  for (const run of runs) {
    for (const variant of headingVariants(material.segment(run.paragraph)?.heading ?? '')) {
      const heading = taken.get(headingKey(variant, material.language));
      if (heading !== undefined) return heading;
    }
  }
  return undefined;
}

/** Puts the quotation behind the text, before the lead of a list. */
function withQuote(paragraphs: readonly Paragraph[], quote: Paragraph): Paragraph[] {
  const list = paragraphs.findIndex((paragraph) => paragraph.kind === 'item');
  return paragraphs.toSpliced(list > 1 ? list - 1 : paragraphs.length, 0, quote);
}

/** The middle of a topic, drawn towards what its headings name. */
export function sectionCentre(material: ArticleMaterial, topic: Topic): TermVector {
  const counts = new Map<string, number>();
  for (const segment of topic.segments)
    for (const term of readTerms(segment.heading ?? '', material.language))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  const shared = [...counts]
    .filter(([, count]) => count * 2 >= topic.segments.length)
    .map(([term]) => term);
  return sumVectors([topic.centroid, material.weights.vector(shared, topic.paragraphs.length)]);
}
