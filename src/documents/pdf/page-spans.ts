import type { PageSpan } from '../document.ts';
import { PAGE_MARK } from './pdf-blocks.ts';

/** What stands before the text of a block in its line, and belongs to the page on which the block begins. */
const LINE_HEAD = /(?:^|\n)(?:#{1,6} |- |\d{1,3}\. |\| | {4})?$/u;
const LONGEST_HEAD = 8;

/** Takes the marks of page borders out of a text, and tells where the pages are in it. */
export function takePageMarks(marked: string): { text: string; pages: PageSpan[] } {
  const parts = marked.split(PAGE_MARK);
  let length = parts[0]?.length ?? 0;
  let tail = parts[0]?.slice(-LONGEST_HEAD) ?? '';
  const starts: number[] = [];
  for (const part of parts.slice(1)) {
    const head = LINE_HEAD.exec(tail)?.[0].replace(/^\n/u, '') ?? '';
    starts.push(length - head.length);
    length += part.length;
    tail = (tail + part).slice(-LONGEST_HEAD);
  }
  const text = parts.join('');
  const pages = starts.map((start, index) => {
    const next = starts[index + 1] ?? text.length;
    const end = start + text.slice(start, next).trimEnd().length;
    return { page: index + 1, start, end: Math.max(start, end) };
  });
  return { text, pages };
}
