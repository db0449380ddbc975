import type { ArticleMaterial } from '../article-material.ts';
import { contradictEachOther } from '../figures/same-meaning.ts';
import type { MaterialSentence } from '../material.ts';
import type { SentenceRun } from '../sentence-run.ts';
import { readTerms } from '../terms.ts';
import type { Side } from './split-sides.ts';

/** What a text speaks of: one side, both, or neither. */
export type SideName = 'left' | 'right' | 'both' | 'none';

/** A word that more than this share of the paragraphs hold names no side by itself. */
const TELLING_SHARE = 0.3;

/** Tells for sentences and runs of the material which side they speak of. */
export class Sides {
  readonly names: readonly [Side, Side];
  readonly #telling: readonly [ReadonlySet<string>, ReadonlySet<string>];

  constructor(sides: readonly [Side, Side], material: ArticleMaterial) {
    this.names = sides;
    const { paragraphs } = material.material;
    const share = (term: string) =>
      paragraphs.filter((paragraph) =>
        paragraph.sentences.some((each) => each.terms.includes(term)),
      ).length / Math.max(1, paragraphs.length);
    const telling = (side: Side) =>
      new Set(side.terms.filter((term) => share(term) <= TELLING_SHARE));
    this.#telling = [telling(sides[0]), telling(sides[1])];
  }

  ofSentence(sentence: MaterialSentence): SideName {
    return this.ofTerms(sentence.terms);
  }

  ofText(text: string, language: string): SideName {
    return this.ofTerms(readTerms(text, language));
  }

  /** A run speaks of all that its sentences speak of. */
  ofRun(run: SentenceRun): SideName {
    const names = new Set(run.sentences.map((sentence) => this.ofSentence(sentence)));
    const left = names.has('left') || names.has('both');
    const right = names.has('right') || names.has('both');
    return nameOf(left, right);
  }

  ofTerms(terms: readonly string[]): SideName {
    return nameOf(this.#names(terms, 0), this.#names(terms, 1));
  }

  #names(terms: readonly string[], index: 0 | 1): boolean {
    const side = this.names[index];
    const other = this.names[index === 0 ? 1 : 0];
    const words = new Set(terms);
    const whole = side.terms.every((term) => words.has(term));
    if (whole) return true;
    const telling = [...this.#telling[index]].filter((term) => words.has(term));
    if (telling.length === 0) return false;
    // An oil boiler is no gas boiler, unless the gas boiler itself or the other side is named too.
    const strangers = terms.filter((term) => !other.terms.includes(term));
    return !contradictEachOther(new Set(strangers), new Set(side.terms));
  }
}

function nameOf(left: boolean, right: boolean): SideName {
  if (left && right) return 'both';
  if (left) return 'left';
  return right ? 'right' : 'none';
}
