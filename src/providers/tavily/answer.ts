import type { FoundSource } from '../search-provider.ts';
import { webUrl } from '../web-url.ts';

const LONGEST_TEXT = 200_000;
const LONGEST_TITLE = 300;

/** A search result as the SDK hands it over; nothing in it is sure. */
export interface TavilyResult {
  title?: unknown;
  url?: unknown;
  content?: unknown;
  rawContent?: unknown;
  score?: unknown;
  publishedDate?: unknown;
}

/** The usable ones of the results, within the limits of size; those without title, address or text are left out. */
export function readResults(
  results: readonly TavilyResult[],
  options: { maxResults: number; retrievedAt: string },
): FoundSource[] {
  return results
    .map((result) => readResult(result, options.retrievedAt))
    .filter((source) => source !== undefined)
    .slice(0, options.maxResults);
}

function readResult(result: TavilyResult, retrievedAt: string): FoundSource | undefined {
  const title = readText(result.title).replaceAll(/\s+/g, ' ');
  const url = webUrl(result.url);
  const text = readText(result.rawContent) || readText(result.content);
  if (title === '' || url === undefined || text === '') return undefined;
  const publishedAt = readDate(result.publishedDate);
  return {
    title: cut(title, LONGEST_TITLE),
    url,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    retrievedAt,
    text: cut(text, LONGEST_TEXT),
    score: readScore(result.score),
  };
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed().trim() : '';
}

/** News results carry dates like `Tue, 04 Nov 2025 10:00:00 GMT`. */
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
