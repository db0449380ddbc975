import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../core/errors.ts';
import { cleanText } from '../core/text/clean-text.ts';
import { guessLanguage } from '../core/text/guess-language.ts';
import { decodeText } from './decode-text.ts';
import { detectKind, kindOfName } from './detect-kind.ts';
import type { DocumentContent, DocumentKind, ReadDocument } from './document.ts';
import { metadataText } from './metadata.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Larger files are refused; default 10 MB. */
  maxBytes?: number | undefined;
}

const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

const READERS = {
  markdown: readMarkdown,
  html: readHtml,
  text: readPlainText,
} satisfies Record<DocumentKind, (source: string) => DocumentContent | Promise<DocumentContent>>;

/**
 * Reads a Markdown, HTML or plain text file.
 * @throws AppError `DOCUMENT_UNREADABLE` naming the file when it is missing, too large, binary, wrongly encoded or
 * without text; the signal's reason when aborted.
 */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<ReadDocument> {
  return parseDocument(await readDocumentBytes(path, options), path);
}

/** The bytes of a document, never more than the limit. */
export async function readDocumentBytes(
  path: string,
  options: ReadOptions = {},
): Promise<Uint8Array> {
  const { signal, maxBytes = DEFAULT_MAX_BYTES } = options;
  signal?.throwIfAborted();
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > maxBytes) throw tooLarge(path, size, maxBytes);
    const bytes = await file.readFile({ signal });
    // A file may grow while it is read.
    if (bytes.length > maxBytes) throw tooLarge(path, bytes.length, maxBytes);
    return bytes;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    signal?.throwIfAborted();
    throw new AppError(
      'DOCUMENT_UNREADABLE',
      `The document ${path} could not be read: ${reasonOf(cause)}.`,
      {
        suggestions: ['Check that the file exists and that you may read it.'],
        cause,
      },
    );
  }
}

/** Makes a document of the bytes of a file. */
export async function parseDocument(bytes: Uint8Array, path: string): Promise<ReadDocument> {
  const source = decodeText(bytes, path, kindOfName(path));
  const kind = detectKind(path, source);
  const content = await parse(kind, cleanText(source), path);
  if (content.text.trim() === '') {
    throw new AppError('DOCUMENT_UNREADABLE', `The document ${path} has no readable text.`, {
      suggestions: ['Take it out of the library, or save its text in it.'],
    });
  }
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

async function parse(kind: DocumentKind, source: string, path: string): Promise<DocumentContent> {
  try {
    return await READERS[kind](source);
  } catch (cause) {
    const reason = cause instanceof AppError ? ` ${cause.message}` : '';
    const message = `The document ${path} could not be understood as ${kind}.${reason}`;
    throw new AppError('DOCUMENT_UNREADABLE', message, {
      suggestions: ['Save it as plain text (.txt), or take it out of the library.'],
      cause,
    });
  }
}

function titleOfName(path: string): string {
  const name = basename(path, extname(path)).replace(/[-_]+/gu, ' ');
  return metadataText(name) ?? 'Untitled';
}

function tooLarge(path: string, size: number, limit: number): AppError {
  const megabytes = (count: number): string => (count / 1024 / 1024).toFixed(1);
  return new AppError(
    'DOCUMENT_UNREADABLE',
    `The document ${path} has ${megabytes(size)} MB; documents may have up to ${megabytes(limit)} MB.`,
    { suggestions: ['Split it into smaller files.'] },
  );
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it';
  if (code === 'EISDIR') return 'it is a folder';
  return cause instanceof Error ? cause.message : String(cause);
}
