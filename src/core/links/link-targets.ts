import { UNSPACED_SCRIPTS } from '../text/tokenize-words.ts';
import { topicWords } from '../topic-words.ts';

/** A page that may be linked to. */
export interface LinkTarget {
  slug: string;
  keyword: string;
  /** BCP 47 tag. */
  language: string;
}

export interface KnownTarget extends LinkTarget {
  stems: ReadonlySet<string>;
}

/** The pages that articles may link to, indexed by the word that tells each from the others. */
export class LinkTargets {
  readonly #byWord = new Map<string, KnownTarget[]>();
  /** Targets in scripts without spaces: their keyword itself is looked for. */
  readonly #whole: LinkTarget[] = [];
  readonly #weights = new Map<string, number>();

  constructor(targets: readonly LinkTarget[]) {
    const known = targets.map((target) => {
      return { ...target, stems: topicWords(target.keyword, target.language) };
    });
    const counts = new Map<string, number>();
    for (const { stems } of known)
      for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [stem, count] of counts)
      this.#weights.set(stem, Math.log(1 + targets.length / count));
    for (const target of known) {
      if (UNSPACED_SCRIPTS.test(target.keyword)) {
        this.#whole.push(target);
        continue;
      }
      const [rarest] = [...target.stems].toSorted((a, b) => this.weightOf(b) - this.weightOf(a));
      if (rarest === undefined) continue;
      const others = this.#byWord.get(rarest);
      if (others === undefined) this.#byWord.set(rarest, [target]);
      else others.push(target);
    }
  }

  weightOf(stem: string): number {
    return this.#weights.get(stem) ?? 0;
  }

  weigh(stems: Iterable<string>): number {
    let sum = 0;
    for (const stem of stems) sum += this.weightOf(stem);
    return sum;
  }

  /** The targets that a word may be the heart of. */
  around(stem: string): readonly KnownTarget[] {
    return this.#byWord.get(stem) ?? [];
  }

  get whole(): readonly LinkTarget[] {
    return this.#whole;
  }
}
