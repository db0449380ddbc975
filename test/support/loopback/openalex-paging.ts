import { OpenAlexRefusal } from './openalex-errors.ts';

const MOST_A_PAGE = 200;
const MOST_BY_PAGE = 10_000;

/** What part of a list a request asks for. */
export interface OpenAlexPaging {
  perPage: number;
  offset: number;
  /** Null where a cursor is used. */
  page: number | null;
}

/**
 * Reads `per-page`, `page` and `cursor`.
 * @throws OpenAlexRefusal for what the service would not take.
 */
export function readPaging(
  query: Readonly<Record<string, string>>,
  usual: number,
  list: number,
): OpenAlexPaging {
  const perPage = whole(query['per-page'] ?? query['per_page'], usual, 'per-page');
  if (perPage > MOST_A_PAGE) {
    throw new OpenAlexRefusal(`per-page must be a number from 1 to ${MOST_A_PAGE}.`);
  }
  const { cursor } = query;
  if (cursor !== undefined) {
    if (query['page'] !== undefined) {
      throw new OpenAlexRefusal('page and cursor cannot be used together.', 'Pagination error.');
    }
    return { perPage, offset: cursor === '*' ? 0 : readCursor(cursor, list), page: null };
  }
  const page = whole(query['page'], 1, 'page');
  if (page * perPage > MOST_BY_PAGE) {
    throw new OpenAlexRefusal(
      `Only the first ${MOST_BY_PAGE} results can be reached by page; use cursor beyond them.`,
      'Pagination error.',
    );
  }
  return { perPage, offset: (page - 1) * perPage, page };
}

/** The cursor that goes on at a place of a list; opaque, and good for this list only. */
export function cursorAt(offset: number, list: number): string {
  return Buffer.from(JSON.stringify([offset, list])).toString('base64');
}

function readCursor(cursor: string, list: number): number {
  const [, offset, of] =
    /^\[(\d{1,12}),(\d{1,12})\]$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (offset === undefined || Number(of) !== list) {
    throw new OpenAlexRefusal('The cursor is not valid.', 'Pagination error.');
  }
  return Number(offset);
}

function whole(text: string | undefined, usual: number, name: string): number {
  if (text === undefined) return usual;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number >= 1) return number;
  throw new OpenAlexRefusal(`${name} must be a number from 1 on.`);
}
