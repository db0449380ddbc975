import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { AppError } from '../core/errors.ts';
import { cleanText } from '../core/text/clean-text.ts';
import { guessLanguage } from '../core/text/guess-language.ts';
import { decodeText } from './decode-text.ts';
import { detectContainer } from './detect-container.ts';
import { detectTextKind, kindOfName, type TextKind } from './detect-kind.ts';
import type { DocumentContent, DocumentKind, ReadDocument } from './document.ts';
import { metadataText } from './metadata.ts';
import { notADocument, oldOfficeFile } from './not-a-document.ts';
import type { ParseOptions } from './parse-options.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';
import { unreadable } from './unreadable.ts';

const TEXT_READERS = {
  markdown: readMarkdown,
  html: readHtml,
  text: readPlainText,
  csv: async (source) => (await import('./tables/read-table.ts')).readTable(source),
  jsonl: async (source) => (await import('./tables/read-json-lines.ts')).readJsonLines(source),
} satisfies Record<TextKind, (source: string) => DocumentContent | Promise<DocumentContent>>;

/**
 * Makes a document of the bytes of a file in the thread that calls: its content decides what it is, and its name where
 * that leaves it open.
 * @throws AppError `DOCUMENT_UNREADABLE` naming the file, the reason and a remedy
 */
export async function parseInThread(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions = {},
): Promise<ReadDocument> {
  if (bytes.length === 0) throw unreadable(path, 'is empty: it has no readable text', EMPTY);
  const { kind, content } = await readContent(bytes, path, options);
  if (content.text.trim() === '') throw unreadable(path, 'has no readable text', EMPTY);
  const language = content.language ?? guessLanguage(content.text);
  return {
    ...content,
    path,
    kind,
    title: content.title ?? titleOfName(path),
    ...(language === undefined ? {} : { language }),
    sha256: createHash('sha256').update(content.text).digest('hex'),
  };
}

const EMPTY = ['Take it out of the library, or save its text in it.'];

async function readContent(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions,
): Promise<{ kind: DocumentKind; content: DocumentContent }> {
  const container = detectContainer(bytes);
  if (container === 'pdf') {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    const content = await named('pdf', path, () => readPdf(bytes, path, options));
    return { kind: 'pdf', content };
  }
  if (container === 'zip') {
    const { readDocx } = await import('./docx/read-docx.ts');
    const content = await named('docx', path, () => readDocx(bytes, path, options));
    return { kind: 'docx', content };
  }
  if (container === 'ole') throw oldOfficeFile(path, bytes);
  if (container !== undefined) throw notADocument(path, container);
  const source = decodeText(bytes, path, kindOfName(path));
  const kind = detectTextKind(path, source);
  const content = await named(kind, path, () => TEXT_READERS[kind](cleanText(source)));
  return { kind, content };
}

/** Errors that do not name the file yet are put into one that does. */
async function named<T>(kind: DocumentKind, path: string, parse: () => T | Promise<T>): Promise<T> {
  try {
    return await parse();
  } catch (cause) {
    if (cause instanceof AppError && cause.message.includes(path)) throw cause;
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    const reason = cause instanceof AppError ? ` ${cause.message}` : '';
    const message = `The document ${path} could not be understood as ${kind}.${reason}`;
    const suggestions =
      cause instanceof AppError && cause.suggestions.length > 0
        ? cause.suggestions
        : ['Save it as plain text (.txt), or take it out of the library.'];
    throw new AppError('DOCUMENT_UNREADABLE', message, { suggestions, cause });
  }
}

function titleOfName(path: string): string {
  const name = basename(path, extname(path)).replace(/[-_]+/gu, ' ');
  return metadataText(name) ?? 'Untitled';
}
