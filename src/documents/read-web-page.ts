import { AppError } from '../core/errors.ts';
import { cleanText } from '../core/text/clean-text.ts';
import { decodePage } from './decode-page.ts';
import { detectContainer } from './detect-container.ts';
import { detectTextKind, type MarkupKind } from './detect-kind.ts';
import type { DocumentContent } from './document.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';
import { sharedReader } from './shared-reader.ts';

const READERS = {
  html: readHtml,
  markdown: readMarkdown,
  text: readPlainText,
} satisfies Record<MarkupKind, (source: string) => DocumentContent | Promise<DocumentContent>>;

/** The rest of a longer page is left out: parsing takes a third of a second for each million. */
const MOST_CHARACTERS = 4_000_000;
const SAVE_IT = 'Open the page in a browser, save its text, and name the file instead.';

/**
 * Makes text of what a web server sent: HTML, PDF, Markdown or plain text. The content decides which it is, and the type
 * that the server names only where that leaves it open.
 * @throws AppError `DOCUMENT_UNREADABLE` naming the address for everything else, and for pages without text.
 */
export async function readWebPage(
  bytes: Uint8Array<ArrayBuffer>,
  { url, contentType }: { url: string; contentType: string },
  signal: AbortSignal,
): Promise<DocumentContent> {
  try {
    const content = await readContent(bytes, { url, contentType }, signal);
    if (content.text.trim() === '') throw notAPage(url, 'has no text that could be read');
    return content;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DOCUMENT_UNREADABLE') throw error;
    if (error.message.startsWith(`The page ${url}`)) throw error;
    // The readers speak of documents, and their remedies are for files.
    const said = `The document ${url} `;
    const reason = error.message.startsWith(said)
      ? error.message.slice(said.length)
      : `could not be read. ${error.message}`;
    throw notAPage(url, reason.replace(/\.$/u, ''), error);
  }
}

async function readContent(
  bytes: Uint8Array<ArrayBuffer>,
  { url, contentType }: { url: string; contentType: string },
  signal: AbortSignal,
): Promise<DocumentContent> {
  const container = detectContainer(bytes);
  if (container === 'pdf') return sharedReader().parse(bytes, url, { signal });
  if (container === 'zip') throw notAPage(url, 'is an archive or an Office file');
  if (container !== undefined)
    throw notAPage(url, `is no text, but a file of the kind ${container}`);
  const text = decodePage(bytes, contentType);
  if (text === undefined) throw notAPage(url, 'is no text');
  const kind = kindOf(text, contentType);
  if (kind === undefined)
    throw notAPage(url, `is data of the type ${shown(contentType)}, not text`);
  return READERS[kind](cleanText(text.slice(0, MOST_CHARACTERS)));
}

/** A whole page is HTML whatever the server says; else it may be what the server says, if that is a kind of text. */
function kindOf(text: string, contentType: string): MarkupKind | undefined {
  const kind = detectTextKind('', text) === 'html' ? 'html' : undefined;
  if (kind !== undefined) return kind;
  const [type = ''] = contentType.toLowerCase().split(';');
  switch (type.trim()) {
    case 'text/html':
    case 'application/xhtml+xml':
      return 'html';
    case 'text/markdown':
    case 'text/x-markdown':
      return 'markdown';
    case '':
    case 'text/plain':
    case 'application/octet-stream':
      return markupOf(text);
    default:
      return undefined;
  }
}

function markupOf(text: string): MarkupKind {
  return detectTextKind('', text) === 'markdown' ? 'markdown' : 'text';
}

function shown(contentType: string): string {
  return cleanText(contentType).replaceAll(/\s+/gu, ' ').slice(0, 60).toWellFormed();
}

function notAPage(url: string, reason: string, cause?: unknown): AppError {
  return new AppError('DOCUMENT_UNREADABLE', `The page ${url} ${reason}.`, {
    suggestions: [SAVE_IT],
    ...(cause === undefined ? {} : { cause }),
  });
}
