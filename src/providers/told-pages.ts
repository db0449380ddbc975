import { cutText } from '../core/cut-text.ts';
import { foldText } from '../core/fold-text.ts';
import { allowsUrl } from './allows-url.ts';
import type { SearchFilters } from './search-filters.ts';
import type { FoundSource } from './search-provider.ts';
import { webUrl } from '../core/web-url.ts';

/** What a web search tells of a page; nothing in it is sure. */
export interface ToldPage {
  title?: unknown;
  url?: unknown;
  /** The whole page. */
  text?: unknown;
  /** The lines that a search shows of it, for where the whole is not told. */
  snippet?: unknown;
  score?: unknown;
  publishedAt?: unknown;
}

export interface ReadingOptions {
  maxResults: number;
  /** ISO 8601. */
  retrievedAt: string;
  filters: Pick<SearchFilters, 'includeDomains' | 'excludeDomains'>;
}

const LONGEST_TEXT = 200_000;
const LONGEST_TITLE = 300;

/**
 * The usable ones of the pages that a search tells of, best first and within the limits of size. Those without title,
 * web address or text are left out, and those of hosts that nobody wants.
 */
export function readToldPages(pages: readonly ToldPage[], options: ReadingOptions): FoundSource[] {
  return pages
    .map((page) => readToldPage(page, options.retrievedAt))
    .filter((source) => source !== undefined)
    .filter(({ url = '' }) => allowsUrl(options.filters, url))
    .toSorted((left, right) => right.score - left.score)
    .slice(0, options.maxResults);
}

function readToldPage(page: ToldPage, retrievedAt: string): FoundSource | undefined {
  const title = foldText(readText(page.title, LONGEST_TITLE * 4));
  const url = webUrl(page.url);
  const whole = readText(page.text, LONGEST_TEXT);
  const text = whole === '' ? readText(page.snippet, LONGEST_TEXT) : whole;
  if (title === '' || url === undefined || text === '') return undefined;
  const publishedAt = readDate(page.publishedAt);
  return {
    title: cutText(title, LONGEST_TITLE),
    url,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    retrievedAt,
    text,
    ...(whole === '' ? { isSnippet: true } : {}),
    score: readScore(page.score),
  };
}

function readText(value: unknown, longest: number): string {
  return typeof value === 'string' ? cut(value, longest).toWellFormed().trim() : '';
}

/** ISO 8601, or like `Tue, 04 Nov 2025 10:00:00 GMT`. */
function readDate(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** An unknown relevance counts as middling. */
function readScore(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(1, Math.max(0, value))
    : 0.5;
}

/** Cuts without tearing a surrogate pair apart. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const isTorn = (text.charCodeAt(length - 1) & 0xfc00) === 0xd800;
  return text.slice(0, isTorn ? length - 1 : length);
}
