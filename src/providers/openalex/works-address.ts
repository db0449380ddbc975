/** What is asked of the works of OpenAlex, beside the place in the list. */
export interface WorksQuery {
  /** `key:value`; a work has to pass all of them. */
  filters: readonly string[];
  search?: string | undefined;
  /** `cited_by_count:desc`; the order of OpenAlex where nothing is said. */
  sort?: string | undefined;
  /** Fields of a work; all when there are none. */
  select: readonly string[];
  /** Counts the works by the values of this field instead of listing them. */
  groupBy?: string | undefined;
  /** 1 to 200. */
  perPage: number;
}

/** A place in the list: a page from 1, or a cursor, `*` for the beginning. */
export type PagePlace = { page: number } | { cursor: string };

/** Where OpenAlex itself is. */
export const OPENALEX_URL = 'https://api.openalex.org';

/** Of an address in characters; OpenAlex cuts those of some 4,094. */
const LONGEST_ADDRESS = 4000;
/** Kept free for the place in the list: cursors grow with what is sorted by. */
const ROOM_FOR_PLACE = 260;

/** The address of a page of works, without key. */
export function worksAddress(baseUrl: string, query: WorksQuery, place: PagePlace): string {
  const { filters, search, sort, select, groupBy, perPage } = query;
  const parameters: [string, string | undefined][] = [
    ['filter', filters.length === 0 ? undefined : filters.join(',')],
    ['search', search],
    ['sort', sort],
    ['select', select.length === 0 ? undefined : select.join(',')],
    ['group_by', groupBy],
    ['per-page', String(perPage)],
    'page' in place ? ['page', String(place.page)] : ['cursor', place.cursor],
  ];
  const given = parameters.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${baseUrl}/works?${given.map(([name, value]) => `${name}=${encodeValue(value)}`).join('&')}`;
}

/** Characters that the values of one more filter may take in an address of this query. */
export function roomForValues(baseUrl: string, query: WorksQuery, extra: number): number {
  const address = worksAddress(baseUrl, query, { page: 1 });
  return LONGEST_ADDRESS - ROOM_FOR_PLACE - address.length - extra;
}

/** As a value stands in an address: the signs that filters are made of stay readable, and short. */
export function encodeValue(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%7C', '|')
    .replaceAll('%2F', '/');
}
