import { extname } from 'node:path';
import type { DocumentKind } from './document.ts';

/** Kinds that are written as characters. */
export type TextKind = Exclude<DocumentKind, 'pdf' | 'docx'>;
export type MarkupKind = 'markdown' | 'html' | 'text';

const KINDS: Readonly<Record<string, DocumentKind>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** Endings of the files that can be read, for messages and listings. */
export const DOCUMENT_ENDINGS: readonly string[] = Object.keys(KINDS);

/** The kind that a file name promises. */
export function kindOfName(path: string): DocumentKind | undefined {
  return KINDS[extname(path).toLowerCase()];
}

/**
 * The kind of a text: as its name says, except that a whole web page is HTML under any name; by its content where the
 * name says nothing or promises what is no text.
 */
export function detectTextKind(path: string, text: string): TextKind {
  const head = text.slice(0, 2000).replace(/^\ufeff/u, '');
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html[\s>])/iu.test(head))
    return 'html';
  const named = kindOfName(path);
  if (named !== undefined && named !== 'pdf' && named !== 'docx') return named;
  return /^---\n|^#{1,6} \S|^\s*[-*] \[|\]\(https?:|^```/mu.test(head) ? 'markdown' : 'text';
}

/** The same for what is read as a page: the rows of a table are lines of text there. */
export function detectKind(path: string, text: string): MarkupKind {
  const kind = detectTextKind(path, text);
  return kind === 'csv' || kind === 'jsonl' ? 'text' : kind;
}
