import type { WorksPage } from '../../providers/openalex/works-page.ts';

/** Adds up the pages of a batch, to see whether they come to what was promised. */
export class BatchTally {
  readonly #isGrouped: boolean;
  readonly #ids = new Set<unknown>();
  readonly #counts = new Set<number>();
  #received = 0;
  #count = 0;

  constructor(isGrouped: boolean) {
    this.#isGrouped = isGrouped;
  }

  /** Works that the list has, as the newest page says. */
  get count(): number {
    return this.#count;
  }

  /** Works on all pages, repeats included. */
  get received(): number {
    return this.#received;
  }

  add({ count, works }: WorksPage): void {
    this.#count = count;
    this.#counts.add(count);
    this.#received += works.length;
    if (this.#isGrouped) return;
    // A work without a number cannot be told from another; it counts as one of its own.
    for (const work of works) this.#ids.add(work['id'] ?? work);
  }

  /** Whether fewer different works came than are wanted. */
  isShort(wanted: number): boolean {
    return this.#ids.size < wanted;
  }

  notes(wanted: number): string[] {
    const [first] = this.#counts;
    const changed =
      this.#counts.size > 1
        ? [`The count changed from ${first} to ${this.#count} while the pages were fetched.`]
        : [];
    const promised = Math.min(wanted, this.#count);
    const short = this.isShort(promised)
      ? [`OpenAlex counts ${promised} works, and ${this.#ids.size} different ones came.`]
      : [];
    return [...changed, ...short];
  }
}
