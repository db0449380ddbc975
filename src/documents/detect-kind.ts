import { extname } from 'node:path';
import type { DocumentKind } from './document.ts';

const KINDS: Readonly<Record<string, DocumentKind>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
};

/** Endings of the files that can be read, for messages and listings. */
export const DOCUMENT_ENDINGS: readonly string[] = Object.keys(KINDS);

/** The kind that a file name promises. */
export function kindOfName(path: string): DocumentKind | undefined {
  return KINDS[extname(path).toLowerCase()];
}

/** The kind of a document: as its name says, except that a whole web page is HTML under any name; else by content. */
export function detectKind(path: string, text: string): DocumentKind {
  const head = text.slice(0, 2000).replace(/^\ufeff/u, '');
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html[\s>])/iu.test(head))
    return 'html';
  const named = kindOfName(path);
  if (named !== undefined) return named;
  return /^---\n|^#{1,6} \S|^\s*[-*] \[|\]\(https?:|^```/mu.test(head) ? 'markdown' : 'text';
}
