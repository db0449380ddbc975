import { AppError } from '../../core/errors.ts';
import { planBatches } from '../../core/works/plan-batches.ts';
import type { IdentifierKind } from '../../core/works/read-identifier.ts';
import {
  encodeValue,
  roomForValues,
  type WorksQuery,
} from '../../providers/openalex/works-address.ts';
import type { WorksItem } from '../../run/works/works-item.ts';

/** The filter that takes identifiers of a kind. */
const FILTERS: Readonly<Record<IdentifierKind, string>> = {
  author: 'author.id',
  institution: 'institutions.id',
  doi: 'doi',
  work: 'ids.openalex',
  topic: 'topics.id',
};

/** Values that one filter takes. */
const MOST_VALUES = 100;

export interface PlannedWorks {
  query: WorksQuery;
  /** What the identifiers of the batches are. */
  kind?: IdentifierKind;
  items: WorksItem[];
}

/**
 * Cuts the longest list of identifiers into batches; the other lists hold for each of them, because a work has to pass
 * all filters.
 * @throws AppError `USAGE` when a second list is too long for one filter.
 */
export function planWorks(
  query: WorksQuery,
  byKind: ReadonlyMap<IdentifierKind, readonly string[]>,
  options: { batchSize: number; baseUrl: string },
): PlannedWorks {
  const lists = [...byKind].toSorted(([, left], [, right]) => right.length - left.length);
  const [longest, ...others] = lists;
  if (longest === undefined) {
    if (roomForValues(options.baseUrl, query, 0) < 0) throw tooLongQuery();
    const keyword = query.search ?? query.filters.join(', ');
    return { query, items: [{ index: 0, keyword, slug: '', priority: 0, ids: [] }] };
  }
  const [kind, ids] = longest;
  const tooLong = others.find(([, values]) => values.length > MOST_VALUES);
  if (tooLong !== undefined) throw twoLongLists(kind, tooLong[0]);
  const fixed = others.map(([other, values]) => `${FILTERS[other]}:${values.join('|')}`);
  const whole = { ...query, filters: [...fixed, ...query.filters] };
  const filter = FILTERS[kind];
  const room = roomForValues(options.baseUrl, whole, filter.length + 2);
  const lengthOf = (value: string) => encodeValue(value).length;
  if (ids.some((id) => lengthOf(id) > room)) throw tooLongQuery();
  const batches = planBatches(ids, {
    size: options.batchSize,
    room,
    lengthOf,
  });
  const items = batches.map((batch, index): WorksItem => {
    const [first = '', last = ''] = [batch[0], batch.at(-1)];
    return {
      index,
      keyword: batch.length === 1 ? first : `${first} … ${last} (${batch.length} ids)`,
      slug: '',
      priority: 0,
      filter: `${filter}:${batch.join('|')}`,
      ids: batch,
    };
  });
  return { query: whole, kind, items };
}

function tooLongQuery(): AppError {
  return new AppError(
    'USAGE',
    'The search and the filters are too long: OpenAlex takes addresses of some 4,000 characters.',
    { suggestions: ['Search for fewer words, or leave filters out.'] },
  );
}

function twoLongLists(one: IdentifierKind, other: IdentifierKind): AppError {
  return new AppError(
    'USAGE',
    `Two lists of more than ${MOST_VALUES} ids, of ${one}s and of ${other}s, cannot be combined.`,
    {
      suggestions: [
        `A work has to be of both. Fetch by one list, and give the other in parts of at most ${MOST_VALUES}.`,
      ],
    },
  );
}
