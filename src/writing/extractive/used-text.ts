import type { ArticleMaterial } from './article-material.ts';
import type { MaterialSentence } from './material.ts';
import { readTerms } from './terms.ts';
import type { SentenceRun } from './sentence-run.ts';

/**
 * Above these a sentence says again what stands in the article: when it brings no figure of its own, when it adds
 * one, and when all its figures are others than those that stand there.
 */
const REPEATS = 0.42;
const REPEATS_WITH_MORE_FIGURES = 0.65;
const REPEATS_WITH_OTHER_FIGURES = 0.85;
/** A sentence whose words stand in one used sentence to this share adds nothing, unless it has figures of its own. */
const CONTAINED = 0.66;

/** Two definitions this alike define the same. */
const SAME_DEFINITION = 0.2;

/** What was found out about a sentence so far, and how many used sentences it was compared with. */
interface Memory {
  compared: number;
  nearest: number;
  repeats: boolean;
}

/** What the article has said so far, so that nothing is said twice. */
export class UsedText {
  readonly #material: ArticleMaterial;
  #sentences: MaterialSentence[] = [];
  readonly #indices = new Set<number>();
  #defined: { terms: readonly string[]; sentence: MaterialSentence }[] = [];
  readonly #memories = new Map<number, Memory>();

  constructor(material: ArticleMaterial) {
    this.#material = material;
  }

  add(run: SentenceRun): void {
    for (const sentence of allSentences(run)) {
      this.#sentences.push(sentence);
      this.#indices.add(sentence.index);
      for (const name of sentence.traits.defines)
        this.#defined.push({ terms: readTerms(name, this.#material.language), sentence });
    }
  }

  /** Forgets a run that did not make it into the article after all. */
  release(run: SentenceRun): void {
    const released = new Set(allSentences(run));
    this.#sentences = this.#sentences.filter((sentence) => !released.has(sentence));
    for (const sentence of released) this.#indices.delete(sentence.index);
    this.#defined = this.#defined.filter((known) => !released.has(known.sentence));
    this.#memories.clear();
  }

  /** True when the run, or a part of it, stands in the article, says what stands there, or contradicts it. */
  repeats(run: SentenceRun): boolean {
    return allSentences(run).some((sentence) => {
      if (this.#indices.has(sentence.index)) return true;
      // Both sides, each as a fact, would deceive: the one that came first stays.
      if (this.#sentences.some((used) => this.#material.contradict(sentence, used))) return true;
      if (sentence.traits.defines.some((name) => this.#isDefined(name, sentence))) return true;
      return this.#recall(sentence).repeats;
    });
  }

  /**
   * True when the same subject was defined, or a narrower one (heat pump after air-source heat pump), or a wider one in
   * much the same words (full charge cycle after charge cycle).
   */
  #isDefined(subject: string, sentence: MaterialSentence): boolean {
    const terms = readTerms(subject, this.#material.language);
    return this.#defined.some((known) => {
      if (terms.every((term) => known.terms.includes(term))) return true;
      const wider = known.terms.every((term) => terms.includes(term));
      return wider && this.#material.similarity(known.sentence, sentence) >= SAME_DEFINITION;
    });
  }

  /** How near the run comes to what was said, 0 to 1. */
  nearness(run: SentenceRun): number {
    return Math.max(0, ...run.sentences.map((sentence) => this.#recall(sentence).nearest));
  }

  /** Compares the sentence with what was added since it was asked for last. */
  #recall(sentence: MaterialSentence): Memory {
    const memory = this.#memories.get(sentence.index) ?? {
      compared: 0,
      nearest: 0,
      repeats: false,
    };
    for (const used of this.#sentences.slice(memory.compared)) {
      const similarity = this.#material.similarity(sentence, used);
      memory.nearest = Math.max(memory.nearest, similarity);
      memory.repeats ||=
        similarity >= limitFor(sentence, used) || this.#isContained(sentence, used, similarity);
    }
    memory.compared = this.#sentences.length;
    this.#memories.set(sentence.index, memory);
    return memory;
  }

  #isContained(sentence: MaterialSentence, used: MaterialSentence, similarity: number): boolean {
    if (similarity < REPEATS / 2 || sentence.numbers.some((each) => !used.numbers.includes(each)))
      return false;
    return this.#material.weights.coverage(sentence.terms, new Set(used.terms)) >= CONTAINED;
  }
}

function allSentences(run: SentenceRun): MaterialSentence[] {
  return [...run.sentences, ...(run.list?.items.flat() ?? [])];
}

function limitFor(sentence: MaterialSentence, used: MaterialSentence): number {
  if (otherFigures(sentence, used)) return REPEATS_WITH_OTHER_FIGURES;
  const more = sentence.numbers.some((number) => !used.numbers.includes(number));
  return more ? REPEATS_WITH_MORE_FIGURES : REPEATS;
}

/** True for two sentences with figures of which none is the same: sources that disagree, both worth reading. */
function otherFigures(left: MaterialSentence, right: MaterialSentence): boolean {
  if (left.numbers.length === 0 || right.numbers.length === 0) return false;
  return !left.numbers.some((number) => right.numbers.includes(number));
}
