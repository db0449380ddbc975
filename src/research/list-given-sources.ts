import type { KeywordItem } from '../core/keyword.ts';

/** The sources that a row names for itself, without repeats: addresses of web pages and paths of files. */
export function listGivenSources(item: KeywordItem): string[] {
  return [...new Set(item.sources)];
}

/** Whether a source is a web page; else it is a file. */
export function isWebPage(source: string): boolean {
  return /^https?:\/\//i.test(source);
}
