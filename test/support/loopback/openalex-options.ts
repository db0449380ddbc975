import type { LoopbackCall } from './loopback-types.ts';

/** A page of answers as it is sent. */
export interface OpenAlexPage {
  meta: { count: number; next_cursor?: string | null; [name: string]: unknown };
  results: Record<string, unknown>[];
  group_by: Record<string, unknown>[];
}

/** What the OpenAlex double holds, and how it goes wrong. */
export interface OpenAlexOptions {
  /** Another seed makes other works. */
  seed?: number;
  /** Works that are an author's own, by the number of the author; 10 by default. */
  works?: number | ((author: number) => number);
  /** Every so many own works has the next author as co-author, who then has it, too; 5 by default, 0 for none. */
  sharedEvery?: number;
  /** Authors, from A5000000001 on, whose works a list without ids goes through; 100 by default. */
  authors?: number;
  /** Works that a search finds; 40 by default. */
  found?: number | ((query: string) => number);
  /** Names of topics, in the order of their ids from T10000 on. */
  topics?: readonly string[];
  /** The last page with works has a cursor, too; it leads to an empty page, which has none. */
  emptyLastPage?: boolean;
  /** Enforces a quota of so many requests a day; without it the headers tell one that is never used up. */
  dailyCredits?: number;
  /** Changes the page of a call that is otherwise answered well. */
  change?: (page: OpenAlexPage, call: LoopbackCall) => unknown;
}
