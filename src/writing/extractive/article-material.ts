import type { WriteRequest } from '../article-writer.ts';
import { clusterTopics, type Topic } from './cluster-topics.ts';
import { contradictedSentences, type ContradictedSentences } from './contradicted-sentences.ts';
import type { Material, MaterialParagraph, MaterialSegment, MaterialSentence } from './material.ts';
import { cosine, readTerms, sumVectors, TermWeights, type TermVector } from './terms.ts';

/** Two sentences this alike speak of the same thing. */
const SAME_THING = 0.3;

/** A word that at most this share of the topics holds makes a keyword narrow. */
const NARROW_SHARE = 0.5;

/** The material of one article with all that its parts are judged by. */
export class ArticleMaterial {
  readonly material: Material;
  readonly weights: TermWeights;
  readonly language: string;
  readonly keywordTerms: readonly string[];
  readonly topics: readonly Topic[];
  /** The middle of all material. */
  readonly centroid: TermVector;
  readonly #contradicted: ContradictedSentences;
  readonly #vectors: readonly TermVector[];
  readonly #segments = new Map<MaterialParagraph, MaterialSegment>();
  readonly #topicOf = new Map<number, Topic>();
  readonly #sentencesOf = new Map<Topic, readonly MaterialSentence[]>();
  readonly #relevances = new Map<MaterialParagraph, number>();
  /** Weights of the keyword's words by how few topics hold them. */
  readonly #spread: ReadonlyMap<string, number>;
  readonly #agreement = new Map<number, number>();

  constructor(material: Material, request: Pick<WriteRequest, 'dossier' | 'language'>) {
    this.material = material;
    this.language = request.language;
    this.weights = new TermWeights(
      material.paragraphs.map((each) => sentencesOf(each).flatMap((one) => one.terms)),
    );
    this.#vectors = material.sentences.map((each) => this.weights.vector(each.terms));
    this.centroid = sumVectors(this.#vectors);
    const known = readTerms(request.dossier.keyword.slice(0, 500), request.language);
    this.keywordTerms = known.filter((term) => this.weights.weight(term) > 0);
    this.topics = clusterTopics(material, this.weights, this.keywordTerms, request.language);
    this.#spread = new Map(
      this.keywordTerms.map((term) => {
        const holding = this.topics.filter((topic) => topic.centroid.has(term)).length;
        return [term, Math.log(1 + this.topics.length / Math.max(1, holding))];
      }),
    );
    this.#contradicted = contradictedSentences(
      material.sentences,
      request.dossier.contradictions ?? [],
    );
    for (const segment of material.segments)
      for (const paragraph of segment.paragraphs) this.#segments.set(paragraph, segment);
    for (const topic of this.topics) {
      const sentences = topic.paragraphs.flatMap(sentencesOf);
      this.#sentencesOf.set(topic, sentences);
      for (const sentence of sentences) this.#topicOf.set(sentence.index, topic);
    }
  }

  /** True for two sentences of which the research found that they cannot both be true. */
  contradict(left: MaterialSentence, right: MaterialSentence): boolean {
    return this.#contradicted.get(left.index)?.has(right.index) === true;
  }

  vector(sentence: MaterialSentence): TermVector {
    return this.#vectors[sentence.index] ?? new Map();
  }

  similarity(left: MaterialSentence, right: MaterialSentence): number {
    return cosine(this.vector(left), this.vector(right));
  }

  segment(paragraph: MaterialParagraph): MaterialSegment | undefined {
    return this.#segments.get(paragraph);
  }

  /** The sentences that stand in the same topic. */
  neighbours(sentence: MaterialSentence): readonly MaterialSentence[] {
    const topic = this.#topicOf.get(sentence.index);
    return topic === undefined ? [] : (this.#sentencesOf.get(topic) ?? []);
  }

  /** How much of the keyword a paragraph with its heading speaks of, 0 to 1. */
  paragraphRelevance(paragraph: MaterialParagraph): number {
    const known = this.#relevances.get(paragraph);
    if (known !== undefined) return known;
    const heading = readTerms(this.segment(paragraph)?.heading ?? '', this.language);
    const own = sentencesOf(paragraph).flatMap((sentence) => sentence.terms);
    const relevance = this.relevance([...heading, ...own]);
    this.#relevances.set(paragraph, relevance);
    return relevance;
  }

  /**
   * How much of the keyword the terms hold, 0 to 1. A word of the keyword counts the less the more topics hold it: what
   * a keyword asks for is the word that sets one topic apart, not a rare one that is strewn everywhere.
   */
  relevance(terms: readonly string[]): number {
    return this.#covered(terms, 1);
  }

  /** The same with the telling words counting so much more that it says which topic the keyword is on. */
  focus(terms: readonly string[]): number {
    return this.#covered(terms, 2);
  }

  #covered(terms: readonly string[], power: number): number {
    let total = 0;
    let covered = 0;
    for (const [term, spread] of this.#spread) {
      const weight = spread ** power;
      total += weight;
      if (terms.includes(term)) covered += weight;
    }
    return total === 0 ? 0 : covered / total;
  }

  /** True when a word of the keyword is at home in a few topics only; else the keyword names the whole field. */
  isNarrow(): boolean {
    return [...this.#spread.values()].some((weight) => weight >= Math.log(1 + 1 / NARROW_SHARE));
  }

  /** How much of the keyword a sentence speaks of, 0 to 1. */
  sentenceRelevance(sentence: MaterialSentence): number {
    return this.weights.coverage(this.keywordTerms, new Set(sentence.terms));
  }

  /**
   * Worth of a sentence for a section on `centre`, about 0 to 1: relevance to the keyword, nearness to the middle of
   * the section (centrality in the spirit of LexRank: G. Erkan and D. Radev, 2004), agreement between sources, and
   * how much it tells.
   */
  score(sentence: MaterialSentence, centre: TermVector): number {
    return (
      0.25 * this.sentenceRelevance(sentence) +
      0.5 * cosine(this.vector(sentence), centre) +
      0.15 * this.agreement(sentence) +
      0.15 * informativeness(sentence) +
      0.1 * sentence.passageScore
    );
  }

  /** The share of up to two other sources that speak of the same thing. */
  agreement(sentence: MaterialSentence): number {
    const known = this.#agreement.get(sentence.index);
    if (known !== undefined) return known;
    const others = new Set<string>();
    for (const other of this.neighbours(sentence)) {
      if (other.sourceId !== sentence.sourceId && this.similarity(sentence, other) >= SAME_THING)
        others.add(other.sourceId);
    }
    const share = Math.min(1, others.size / 2);
    this.#agreement.set(sentence.index, share);
    return share;
  }
}

/** All sentences of a paragraph, those of its list included. */
export function sentencesOf(paragraph: MaterialParagraph): MaterialSentence[] {
  return [...paragraph.sentences, ...(paragraph.list?.items.flat() ?? [])];
}

/** Figures, reasons and definitions tell more than general talk, 0 to 1. */
function informativeness(sentence: MaterialSentence): number {
  const figures = Math.min(2, sentence.numbers.length) * 0.3;
  const reason = /\b(?:because|since|so that|whereas|while|although|if|unless)\b/u.test(
    sentence.text,
  )
    ? 0.25
    : 0;
  const definition = sentence.traits.defines.length === 0 ? 0 : 0.4;
  return Math.min(1, figures + reason + definition);
}
