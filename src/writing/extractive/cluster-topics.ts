import type { Material, MaterialParagraph, MaterialSegment } from './material.ts';
import { cosine, readTerms, sumVectors, type TermVector, type TermWeights } from './terms.ts';

/** What several sources say about one thing. */
export interface Topic {
  segments: readonly MaterialSegment[];
  paragraphs: readonly MaterialParagraph[];
  centroid: TermVector;
  sourceIds: ReadonlySet<string>;
  /** Explains what the keyword is and nothing else. */
  basic: boolean;
  /** Where its parts stand in their sources on average, 0 to 1. */
  position: number;
}

/** Headings name the topic, so their words count this many times. */
const HEADING_FACTOR = 4;
/** Average cosine below which two groups are different topics. */
const SAME_TOPIC = 0.17;
/** One source seldom treats one topic under two headings. */
const SAME_SOURCE_FACTOR = 0.6;
/** Parts that explain what the keyword is belong together, whatever words they use. */
const BASICS_BONUS = 0.25;
const BASIC_TERMS = new Set(['work', 'mean', 'basic', 'explain', 'definit', 'define']);
const BASIC_FORM =
  /^(?:what (?:is|are|does|do)|how (?:does|do)|definition|basics|the basics)\b|\b(?:explained|basics|meaning|definition|works?)\??$/iu;
/** Headings about what not to do share hardly a word with each other but this. */
const PROHIBITION = /\b(?:not|never|avoid|leave out|keep out|must not|don['’]t|mistakes?)\b/iu;
const PROHIBITION_WEIGHT = 8;
/** More segments than this are not compared; the first ones come from the best sources. */
const MOST_SEGMENTS = 160;

/**
 * Groups the segments of the material into topics: agglomerative clustering with average linkage over the cosine of
 * tf-idf vectors, until no two groups are alike.
 */
export function clusterTopics(
  material: Material,
  weights: TermWeights,
  keywordTerms: readonly string[],
  language: string,
): Topic[] {
  const segments = material.segments.slice(0, MOST_SEGMENTS);
  const vectors = segments.map((segment) => segmentVector(segment, weights, language));
  const basics = segments.map((segment) => isBasic(segment, keywordTerms, language));
  const similarity = segments.map((left, row) =>
    segments.map((right, column) => {
      const same = cosine(vectors[row] ?? new Map(), vectors[column] ?? new Map());
      if (basics[row] !== basics[column]) return 0;
      if (left.sourceId === right.sourceId) return same * SAME_SOURCE_FACTOR;
      return basics[row] === true ? same + BASICS_BONUS : same;
    }),
  );
  return mergeGroups(similarity).map((group) => {
    const members = group.map((index) => segments[index]).filter((each) => each !== undefined);
    return {
      segments: members,
      paragraphs: members.flatMap((segment) => segment.paragraphs),
      centroid: sumVectors(group.map((index) => vectors[index] ?? new Map())),
      basic: group.every((index) => basics[index] === true),
      sourceIds: new Set(members.map((segment) => segment.sourceId)),
      position: members.reduce((sum, segment) => sum + segment.position, 0) / members.length,
    };
  });
}

/** True for a heading that names nothing but the keyword: `What is a heat pump and how does it work?` */
function isBasic(
  segment: MaterialSegment,
  keywordTerms: readonly string[],
  language: string,
): boolean {
  if (!BASIC_FORM.test(segment.heading ?? '')) return false;
  const terms = readTerms(segment.heading ?? '', language);
  const named = terms.some((term) => keywordTerms.includes(term));
  return named && terms.every((term) => keywordTerms.includes(term) || BASIC_TERMS.has(term));
}

function segmentVector(
  segment: MaterialSegment,
  weights: TermWeights,
  language: string,
): TermVector {
  const heading = readTerms(segment.heading ?? '', language);
  const sentences = segment.paragraphs.flatMap((paragraph) => [
    ...paragraph.sentences,
    ...(paragraph.list?.items.flat() ?? []),
  ]);
  const prohibits = PROHIBITION.test(segment.heading ?? '');
  return sumVectors([
    new Map(prohibits ? [['¬', PROHIBITION_WEIGHT]] : []),
    weights.vector(heading, HEADING_FACTOR),
    ...sentences.map((sentence) => weights.vector(sentence.terms)),
  ]);
}

/** Merges the two most alike groups until none are alike enough; returns indices, groups in order of first member. */
function mergeGroups(similarity: readonly (readonly number[])[]): number[][] {
  const links = similarity.map((row) => [...row]);
  const groups = new Map(links.map((_, index) => [index, [index]]));
  for (;;) {
    let best = SAME_TOPIC;
    let pair: [number, number] | undefined;
    for (const left of groups.keys()) {
      for (const right of groups.keys()) {
        const link = right > left ? (links[left]?.[right] ?? 0) : 0;
        if (link > best) [best, pair] = [link, [left, right]];
      }
    }
    if (pair === undefined) break;
    const [left, right] = pair;
    const [mine, theirs] = [groups.get(left) ?? [], groups.get(right) ?? []];
    for (const other of groups.keys()) {
      const joined =
        ((links[left]?.[other] ?? 0) * mine.length + (links[right]?.[other] ?? 0) * theirs.length) /
        (mine.length + theirs.length);
      setLink(links, left, other, joined);
    }
    groups.set(
      left,
      [...mine, ...theirs].toSorted((a, b) => a - b),
    );
    groups.delete(right);
  }
  return [...groups.values()];
}

function setLink(links: number[][], left: number, right: number, value: number): void {
  const row = links[left];
  const column = links[right];
  if (row !== undefined) row[right] = value;
  if (column !== undefined) column[left] = value;
}
