import type { PagePlace } from '../../providers/openalex/works-address.ts';
import type { WorksPage } from '../../providers/openalex/works-page.ts';
import { Changes } from './changes.ts';

/** A page that is there; its content only while it is fresh. */
export interface BoardPage {
  place: PagePlace;
  content?: WorksPage;
}

interface BatchState {
  pages: (BoardPage | undefined)[];
  hasEnded: boolean;
  /** Pages that whoever reads the batch has taken. */
  taken: number;
}

/** Contents that wait to be taken; others are read again from where they are kept. */
const MOST_FRESH = 8;

/**
 * Where the pages of all batches are put as they come, in any order, and are taken in theirs. Bounded in memory: it
 * holds places, and the contents of a few pages.
 */
export class PageBoard {
  readonly #batches: BatchState[];
  readonly #fresh = new Set<BoardPage>();
  readonly #changes = new Changes();

  constructor(batches: number) {
    this.#batches = Array.from({ length: batches }, () => ({
      pages: [],
      hasEnded: false,
      taken: 0,
    }));
  }

  /** A page of a batch, by its number from 0. */
  put(batch: number, index: number, place: PagePlace, content?: WorksPage): void {
    const state = this.#batches[batch];
    // A page that is there already was fetched by an earlier try of the batch.
    if (state === undefined || state.pages[index] !== undefined) return;
    const page: BoardPage = { place, ...(content && { content }) };
    state.pages[index] = page;
    if (content !== undefined) this.#keepFresh(page);
    this.#changes.tell();
  }

  /** No further page of the batch comes. */
  end(batch: number): void {
    const state = this.#batches[batch];
    if (state !== undefined) state.hasEnded = true;
    this.#changes.tell();
  }

  endAll(): void {
    for (const state of this.#batches) state.hasEnded = true;
    this.#changes.tell();
  }

  /** The pages of a batch in order, each as soon as those before it are there. Those that never came are passed over. */
  async *pagesOf(batch: number): AsyncGenerator<BoardPage> {
    const state = this.#batches[batch];
    if (state === undefined) return;
    for (;;) {
      const page = state.pages[state.taken];
      if (page !== undefined) {
        state.taken += 1;
        this.#fresh.delete(page);
        yield page;
        delete page.content;
      } else if (!state.hasEnded) {
        await this.#changes.next;
      } else if (state.taken < state.pages.length) {
        state.taken += 1;
      } else {
        return;
      }
    }
  }

  #keepFresh(page: BoardPage): void {
    this.#fresh.add(page);
    const [oldest] = this.#fresh;
    if (this.#fresh.size <= MOST_FRESH || oldest === undefined) return;
    delete oldest.content;
    this.#fresh.delete(oldest);
  }
}
