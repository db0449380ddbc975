import type { ArticleTemplate } from '../../core/article-template.ts';
import { titleCase } from '../../core/title-case.ts';
import { addressesModel } from './addresses-model.ts';
import type { ArticleMaterial } from './article-material.ts';
import type { SentenceRun } from './sentence-run.ts';
import type { Topic } from './cluster-topics.ts';
import { readTerms } from './terms.ts';

const LONGEST = 75;
const COMFORTABLE = 60;
/** A question of the template heads a section that holds this share of its words. */
const ANSWERED = 0.7;
const ASKS =
  /^(?:what|how|where|when|which|why|who|is|are|can|do|does|did|should|will)(?:['’]\p{L}+)?\s/iu;
/** Headings that would head any text. */
const GENERIC =
  /^(?:introduction|intro|conclusions?|summary|overview|final thoughts|key takeaways|faqs?|frequently asked questions|references|sources|contents?|table of contents|background|about|notes?|more|other|tips|advice|welcome|home|related\b.*)$/iu;
const NUMBERING =
  /^(?:(?:step|part|chapter|section|tip|no\.?)\s+\d+\s*[:.)–-]\s*|\d{1,2}(?:\.\d+)*[.):]?\s+(?=\D))/iu;
const OWN_STORY =
  /\b(?:we|our|ours|us|my|mine|me|i['’](?:m|ve|d|ll))\b|\b(?:diary|lessons?)\b|\bI (?:would|was|am|have|had|learn\p{L}*|chang\p{L}*)\b|\b(?:did|was|were|happened)\b/iu;

/** A heading out of the sources or the questions that fits what stands below it; undefined when there is none. */
export function chooseHeading(
  material: ArticleMaterial,
  topic: Topic,
  runs: readonly SentenceRun[],
  style: ArticleTemplate['headings'],
  options: { questions: readonly string[]; taken: ReadonlyMap<string, string> },
): string | undefined {
  const { language, weights, keywordTerms } = material;
  const words = new Map<string, number>();
  const found = new Set<string>();
  let total = 0;
  for (const run of runs) {
    const heading = material.segment(run.paragraph)?.heading;
    if (heading !== undefined) words.set(heading, (words.get(heading) ?? 0) + run.words);
    total += run.words;
    for (const sentence of run.sentences) for (const term of sentence.terms) found.add(term);
  }
  let best: { text: string; value: number } | undefined;
  for (const segment of topic.segments) {
    // The heading over most of what was chosen fits it best.
    const share = (words.get(segment.heading ?? '') ?? 0) / Math.max(1, total);
    for (const text of headingVariants(segment.heading ?? '')) {
      if (!isHeading(text) || options.taken.has(headingKey(text, language))) continue;
      const terms = tellingTerms(text, material);
      const value =
        0.4 * weights.coverage(terms, found) +
        0.7 * sharedWords(runs, terms) +
        0.3 * share +
        0.25 * weights.coverage(keywordTerms, new Set(readTerms(text, language))) +
        // What the thing is stands in the introduction; the section goes on from there.
        (topic.basic && /\bworks?\b/iu.test(text) ? 0.5 : 0) +
        shapeOf(text, style);
      if (value > (best?.value ?? -1)) best = { text, value };
    }
  }
  if (best !== undefined) return titleCase(best.text, language);
  for (const text of options.questions) {
    if (!isHeading(text) || options.taken.has(headingKey(text, language))) continue;
    const terms = tellingTerms(text, material).filter((term) => !keywordTerms.includes(term));
    const value = terms.length === 0 ? 0 : weights.coverage(terms, found);
    if (value >= ANSWERED && value > (best?.value ?? 0)) best = { text, value };
  }
  return best === undefined ? undefined : titleCase(best.text, language);
}

/** The words of a heading that tell it from the next: the keyword's own fit every section; of those, the rare ones. */
export function tellingTerms(text: string, material: ArticleMaterial): string[] {
  const terms = readTerms(text, material.language);
  const others = terms.filter((term) => !material.keywordTerms.includes(term));
  if (others.length > 0) return others;
  const most = Math.max(0, ...terms.map((term) => material.weights.weight(term)));
  return terms.filter((term) => material.weights.weight(term) >= most * 0.6);
}

/** The share of the runs, in words, that speak of one of the terms. */
function sharedWords(runs: readonly SentenceRun[], terms: readonly string[]): number {
  let total = 0;
  let shared = 0;
  for (const run of runs) {
    total += run.words;
    if (run.sentences.some((each) => terms.some((term) => each.terms.includes(term))))
      shared += run.words;
  }
  return total === 0 ? 0 : shared / total;
}

/** How well a heading's form suits the template and a page. */
function shapeOf(text: string, style: ArticleTemplate['headings']): number {
  const wanted = (style === 'question') === /[?？]$/u.test(text) ? 0.15 : 0;
  const long = text.length > COMFORTABLE ? -0.2 : 0;
  const compound = /[;:]/u.test(text) ? -0.2 : 0;
  return wanted + long + compound;
}

/** What makes two headings equal: their telling words, whatever their order, case and form. */
export function headingKey(text: string, language: string): string {
  const terms = readTerms(text, language);
  return terms.length === 0 ? text.toLowerCase() : terms.toSorted().join(' ');
}

/** A heading as it is and, when it asks a second thing, its first part alone. */
export function headingVariants(heading: string): string[] {
  const whole = cleanHeading(heading);
  const [first] = whole.split(/,?\s+and\s+(?=(?:what|how|where|when|which|why|who)\b)/iu, 1);
  if (first === undefined || first === whole) return [whole];
  return [whole, ASKS.test(first) ? `${first}?` : first];
}

/** A source's heading without numbering, markup and closing punctuation. */
function cleanHeading(heading: string): string {
  const last = heading.split(/\s[>›»]\s/u).at(-1) ?? heading;
  return toReader(last)
    .replace(/[#*_`]+/gu, '')
    .replace(NUMBERING, '')
    .replace(/[\s.:;,]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An English question that its reader asked himself (`How do I store it?`), asked of the reader. */
function toReader(heading: string): string {
  if (!/[?？]\s*$/u.test(heading)) return heading;
  return heading
    .replace(/\b(do|should|must|can|could|will|would|may) I\b/giu, '$1 you')
    .replace(/\bmy\b/giu, 'your');
}

/** True for a heading that may stand in an article by someone else. */
export function isHeading(text: string): boolean {
  if (text.length < 3 || text.length > LONGEST || GENERIC.test(text) || OWN_STORY.test(text))
    return false;
  if (/https?:|www\.|[<>|[\]{}@]/u.test(text) || addressesModel(text)) return false;
  return (
    /\p{L}{2}|\p{Script=Han}/u.test(text) &&
    !(text.length > 12 && text === text.toUpperCase() && /\p{Lu}/u.test(text))
  );
}
