import type { LoopbackCall, LoopbackOptions, RouteAnswer } from './loopback-types.ts';
import { OpenAlexCorpus } from './openalex-corpus.ts';
import { addressTooLong, openalexError, OpenAlexRefusal } from './openalex-errors.ts';
import { groupWorks } from './openalex-groups.ts';
import { OpenAlexLimits } from './openalex-limits.ts';
import type { OpenAlexPage } from './openalex-options.ts';
import { cursorAt, readPaging } from './openalex-paging.ts';
import { OpenAlexResults } from './openalex-results.ts';
import { WORK_FIELDS, workJson } from './openalex-work.ts';
import { hashText } from './random.ts';
import type { Schedule } from './schedule.ts';

/** Longer ones do not get through to the service. */
const LONGEST_ADDRESS = 4094;
const HOST = 'https://api.openalex.org';
const USUAL_WORKS = 25;
const USUAL_GROUPS = 200;
const PARAMETERS: readonly string[] = [
  'filter',
  'search',
  'sort',
  'select',
  'group_by',
  'group-by',
  'per-page',
  'per_page',
  'page',
  'cursor',
  'mailto',
];
/** Characters of pages that are kept. */
const MOST_KEPT = 128_000_000;

type Query = Readonly<Record<string, string>>;

/** OpenAlex as far as `GET /works` goes: filters, search, sorting, selection, groups, both kinds of paging, limits. */
export class OpenAlexService {
  readonly #options: LoopbackOptions;
  readonly #corpus: OpenAlexCorpus;
  readonly #results: OpenAlexResults;
  readonly #limits: OpenAlexLimits;
  readonly #pages = new Map<string, string>();
  #kept = 0;

  constructor(options: LoopbackOptions, schedule: Schedule) {
    this.#options = options;
    this.#corpus = new OpenAlexCorpus(options.openalex);
    this.#results = new OpenAlexResults(this.#corpus);
    this.#limits = new OpenAlexLimits(options, schedule);
  }

  /** The answer to a wrong key, and to an address that is too long for the way. */
  refuse(
    { pathname, search, searchParams }: URL,
    keys: readonly string[],
  ): RouteAnswer | undefined {
    if (`${HOST}${pathname}${search}`.length > LONGEST_ADDRESS) return addressTooLong();
    const key = searchParams.get('api_key');
    return keys.length === 0 || key === null || keys.includes(key) ? undefined : openalexError(401);
  }

  limit(call: LoopbackCall): RouteAnswer | undefined {
    return this.#limits.check(call);
  }

  headers(): Record<string, string> {
    return this.#limits.headers();
  }

  answer(call: LoopbackCall): RouteAnswer {
    try {
      const body = this.#page(call.query ?? {});
      const change = this.#options.openalex?.change;
      if (change === undefined) return { status: 200, body };
      return { status: 200, body: change(JSON.parse(body) as OpenAlexPage, call) };
    } catch (error) {
      if (error instanceof OpenAlexRefusal) return error.answer;
      throw error;
    }
  }

  #page(query: Query): string {
    const wrong = Object.keys(query).find((name) => !PARAMETERS.includes(name));
    if (wrong !== undefined) {
      const known = PARAMETERS.join(', ');
      throw new OpenAlexRefusal(`'${wrong}' is not a valid parameter. Valid parameters: ${known}.`);
    }
    const groupBy = query['group_by'] ?? query['group-by'];
    return groupBy === undefined ? this.#works(query) : this.#groups(query, groupBy);
  }

  #works(query: Query): string {
    const fields = readSelect(query['select']);
    const works = this.#results.list(query);
    const list = listNumber(query);
    const { perPage, offset, page } = readPaging(query, USUAL_WORKS, list);
    const end = offset + perPage;
    const meta = {
      count: works.length,
      db_response_time_ms: 7,
      page,
      per_page: perPage,
      ...(page === null ? { next_cursor: this.#next(end, works.length, perPage, list) } : {}),
      groups_count: null,
    };
    const key = [query['filter'], query['search'], query['sort'], offset, perPage, fields].join(
      '\n',
    );
    const results =
      this.#pages.get(key) ??
      this.#make(key, () => {
        const isSearch = (query['search'] ?? '') !== '';
        const texts = works.slice(offset, end).map((work, index) => {
          const score = isSearch ? Number((3000 / (offset + index + 3)).toFixed(4)) : undefined;
          return workJson(work, this.#corpus, fields, score);
        });
        return texts.join(',');
      });
    return `{"meta":${JSON.stringify(meta)},"results":[${results}],"group_by":[]}`;
  }

  #groups(query: Query, field: string): string {
    const groups = groupWorks(this.#results.list(query), field, this.#corpus);
    const list = listNumber(query);
    const { perPage, offset, page } = readPaging(query, USUAL_GROUPS, list);
    const end = offset + perPage;
    const meta = {
      count: this.#results.list(query).length,
      db_response_time_ms: 7,
      page,
      per_page: perPage,
      ...(page === null ? { next_cursor: this.#next(end, groups.length, perPage, list) } : {}),
      groups_count: groups.length,
    };
    return JSON.stringify({ meta, results: [], group_by: groups.slice(offset, end) });
  }

  #next(end: number, count: number, perPage: number, list: number): string | null {
    const last = this.#options.openalex?.emptyLastPage === true ? count + perPage : count;
    return end < last ? cursorAt(end, list) : null;
  }

  #make(key: string, render: () => string): string {
    const text = render();
    this.#kept += text.length;
    if (this.#kept > MOST_KEPT) {
      this.#pages.clear();
      this.#kept = text.length;
    }
    this.#pages.set(key, text);
    return text;
  }
}

/** Which list a cursor belongs to. */
function listNumber(query: Query): number {
  const { filter = '', search = '', sort = '' } = query;
  return hashText([filter, search, sort, query['group_by'] ?? query['group-by'] ?? ''].join('\n'));
}

function readSelect(select: string | undefined): readonly string[] {
  if (select === undefined || select === '') return WORK_FIELDS;
  const fields = select.split(',').map((field) => field.trim());
  const wrong = fields.find((field) => !WORK_FIELDS.includes(field));
  if (wrong === undefined) return fields;
  const known = WORK_FIELDS.join(', ');
  throw new OpenAlexRefusal(`'${wrong}' is not a valid select field. Valid fields: ${known}.`);
}
