import { AppError } from '../core/errors.ts';
import { decodeText } from '../documents/decode-text.ts';
import { detectKind, kindOfName } from '../documents/detect-kind.ts';
import type { Page } from './page.ts';
import { readHtmlPage } from './read-html-page.ts';
import { readMarkdownPage } from './read-markdown-page.ts';
import { readTextPage } from './read-text-page.ts';
import type { PageFormat } from './page.ts';

const READERS = {
  markdown: readMarkdownPage,
  html: readHtmlPage,
  text: readTextPage,
} satisfies Record<PageFormat, (source: string) => Page | Promise<Page>>;

/**
 * Reads the page in a file's bytes: as its name says, or by its content.
 * @throws AppError `DOCUMENT_UNREADABLE` for binary data, a wrong encoding and what cannot be parsed.
 */
export async function readPage(bytes: Uint8Array, path: string): Promise<Page> {
  const source = decodeText(bytes, path, kindOfName(path));
  try {
    return await READERS[detectKind(path, source)](source);
  } catch (cause) {
    const reason = cause instanceof AppError ? ` ${cause.message}` : '';
    throw new AppError(
      'DOCUMENT_UNREADABLE',
      `The page ${path} could not be understood.${reason}`,
      {
        suggestions: ['Check its markup with a validator, or leave the file out.'],
        cause,
      },
    );
  }
}
