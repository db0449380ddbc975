import { AppError } from '../../../../src/core/errors.ts';
import type { PagePlace } from '../../../../src/providers/openalex/works-address.ts';
import type { WorksPage } from '../../../../src/providers/openalex/works-page.ts';
import type { BatchFetch } from '../../../../src/run/works/fetch-batch.ts';

/** A list of works, or of groups, as a service pages it; what a test says changes pages on their way. */
export class WorksList {
  /** Places in the order in which they were asked for, as `*`, `c2` or `2`. */
  readonly asked: string[] = [];
  /** Pages that are handed on, by their number in the batch. */
  readonly pages: (WorksPage | undefined)[] = [];
  readonly progress: [done: number, total: number][] = [];
  inFlight = 0;
  mostInFlight = 0;
  readonly #count: number;
  readonly #perPage: number;
  readonly #isGrouped: boolean;

  constructor(count: number, options: { perPage?: number; isGrouped?: boolean } = {}) {
    this.#count = count;
    this.#perPage = options.perPage ?? 10;
    this.#isGrouped = options.isGrouped ?? false;
  }

  /** What a page is replaced by; may throw. */
  change: (page: WorksPage, place: string) => WorksPage | Promise<WorksPage> = (page) => page;

  /** Numbers of all works on the pages, in their order. */
  get numbers(): number[] {
    return this.pages.flatMap((page) =>
      (page?.works ?? []).map(({ id }) => Number(String(id).slice(1))),
    );
  }

  fetch(more: Partial<BatchFetch> = {}): BatchFetch {
    return {
      perPage: this.#perPage,
      fanOut: 4,
      isGrouped: this.#isGrouped,
      signal: new AbortController().signal,
      limit: Infinity,
      fetchPage: (place) => this.#page(place),
      onPage: (index, _place, page) => {
        this.pages[index] = page;
      },
      progress: (done, total) => this.progress.push([done, total]),
      ...more,
    };
  }

  async #page(place: PagePlace): Promise<WorksPage> {
    const name = 'page' in place ? String(place.page) : place.cursor;
    this.asked.push(name);
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      return await this.change(this.#at(place), name);
    } finally {
      this.inFlight -= 1;
    }
  }

  #at(place: PagePlace): WorksPage {
    const page = 'page' in place ? place.page : Number(place.cursor.replace('*', 'c1').slice(1));
    const from = (page - 1) * this.#perPage;
    const length = Math.max(0, Math.min(this.#perPage, this.#count - from));
    const numbers = Array.from({ length }, (_, index) => from + index + 1);
    const hasNext = from + length < this.#count;
    return {
      count: this.#count,
      works: this.#isGrouped ? [] : numbers.map((number) => ({ id: `W${number}` })),
      groups: this.#isGrouped
        ? numbers.map((number) => ({ key: `T${number}`, name: `Topic ${number}`, count: 1 }))
        : [],
      ...('cursor' in place && hasNext && { nextCursor: `c${page + 1}` }),
    };
  }
}

export function unavailable(
  message = 'OpenAlex is out of order at the moment (HTTP 503).',
): AppError {
  return new AppError('PROVIDER_UNAVAILABLE', message, {
    status: 503,
    retryable: true,
    suggestions: ['Try again later.'],
  });
}

/** 1 to that number. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
