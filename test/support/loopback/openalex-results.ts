import type { OpenAlexCorpus } from './openalex-corpus.ts';
import { OpenAlexRefusal } from './openalex-errors.ts';
import { type OpenAlexFilter, readFilters } from './openalex-filters.ts';

/** Works of all result lists that are kept. */
const MOST_KEPT = 1_000_000;

const SORTS: Readonly<Record<string, (corpus: OpenAlexCorpus, work: number) => number | string>> = {
  cited_by_count: (corpus, work) => corpus.citedBy(work),
  publication_date: (corpus, work) => corpus.dateOf(work),
  publication_year: (corpus, work) => corpus.yearOf(work),
  id: (_corpus, work) => work,
};

/** The numbers of works that a request asks for, in order. Lists are kept for the pages that follow. */
export class OpenAlexResults {
  readonly #corpus: OpenAlexCorpus;
  readonly #kept = new Map<string, readonly number[]>();

  constructor(corpus: OpenAlexCorpus) {
    this.#corpus = corpus;
  }

  /** @throws OpenAlexRefusal for what the service would not take. */
  list(query: Readonly<Record<string, string>>): readonly number[] {
    const { filter = '', search = '', sort = '' } = query;
    const key = [filter, search, sort].join('\n');
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const filters = readFilters(filter, this.#corpus);
    const source = filters.find(({ works }) => works !== undefined);
    const others = filters.filter((one) => one !== source);
    const found = this.#candidates(source, search).filter((work) =>
      others.every(({ passes }) => passes(work)),
    );
    const sorted = this.#sort(found, sort, search !== '');
    this.#keep(key, sorted);
    return sorted;
  }

  #candidates(source: OpenAlexFilter | undefined, search: string): number[] {
    if (source?.works === undefined) {
      return search === '' ? this.#corpus.everything() : this.#corpus.find(search);
    }
    const named = [...new Set(source.works())].sort((one, other) => one - other);
    if (search === '') return named;
    const words = search.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return named.filter((work) => {
      const subject = this.#corpus.subjectOf(work).toLowerCase();
      return words.some((word) => subject.includes(word));
    });
  }

  #sort(works: number[], sort: string, isSearch: boolean): readonly number[] {
    if (sort === '') return works;
    const [name = '', direction = 'asc', ...more] = sort.split(':');
    const isDown = direction === 'desc';
    if (more.length > 0 || (!isDown && direction !== 'asc')) {
      throw new OpenAlexRefusal(`The direction of ${name} must be asc or desc.`);
    }
    if (name === 'relevance_score') {
      if (!isSearch) throw new OpenAlexRefusal('Sorting by relevance_score needs a search.');
      return isDown ? works : works.toReversed();
    }
    const read = Object.hasOwn(SORTS, name) ? SORTS[name] : undefined;
    if (read === undefined) {
      const known = ['relevance_score', ...Object.keys(SORTS)].join(', ');
      throw new OpenAlexRefusal(`'${name}' is not a valid sort field. Valid fields: ${known}.`);
    }
    const turn = isDown ? -1 : 1;
    return works
      .map((work) => ({ work, value: read(this.#corpus, work) }))
      .sort((one, other) => {
        if (one.value === other.value) return one.work - other.work;
        return one.value < other.value ? -turn : turn;
      })
      .map(({ work }) => work);
  }

  #keep(key: string, works: readonly number[]): void {
    const size = this.#kept.values().reduce((sum, list) => sum + list.length, works.length);
    if (size > MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, works);
  }
}
