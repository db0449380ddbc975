import { AppError } from '../core/errors.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource } from '../providers/search-provider.ts';
import { describePlace } from './describe-place.ts';
import { sourceKey, type MergedSource } from './merge-sources.ts';

/** Reads web pages whole; those that cannot be read are left out. */
export type ReadPages = (urls: readonly string[], scope: CallScope) => Promise<FoundSource[]>;

/** The pages of which only what a search tells of them is known. */
export function shortPages(sources: readonly MergedSource[]): MergedSource[] {
  return sources.filter(({ url, isSnippet }) => url !== undefined && isSnippet === true);
}

/**
 * Reads pages whole, by their keys. Those that cannot be read, or that tell less than the search did, are none; the notes
 * name them.
 * @throws AppError for all that does not lie with a page: a budget, a key, a service that is down.
 */
export async function readWholePages(
  sources: readonly MergedSource[],
  readPages: ReadPages,
  scope: CallScope,
): Promise<{ whole: Map<string, FoundSource>; notes: string[] }> {
  const urls = sources.flatMap(({ url }) => url ?? []);
  const pages = await readPages(urls, scope).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'DOCUMENT_UNREADABLE') return [];
    throw error;
  });
  const byKey = new Map(pages.map((page) => [sourceKey(page), page]));
  const whole = new Map<string, FoundSource>();
  const notes: string[] = [];
  for (const source of sources) {
    const key = sourceKey(source);
    const page = byKey.get(key);
    if (key !== undefined && page !== undefined && page.text.length > source.text.length)
      whole.set(key, page);
    else notes.push(`Known by a few lines only: ${describePlace(source)} could not be read whole.`);
  }
  return { whole, notes };
}

/** A source with the text of its whole page; what the search tells of it stays. */
export function withWholeText(source: MergedSource, page: FoundSource | undefined): MergedSource {
  if (page === undefined) return source;
  const { isSnippet: _lines, isPlainText: _plain, passages: _passages, ...told } = source;
  const { author, publishedAt } = page;
  return {
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...told,
    text: page.text,
    ...(page.isPlainText === true ? { isPlainText: true } : {}),
    retrievedAt: page.retrievedAt,
  };
}
