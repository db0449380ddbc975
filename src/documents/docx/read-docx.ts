import type { AppError } from '../../core/errors.ts';
import { renderBlocks } from '../blocks.ts';
import { countUpTo } from '../count-up-to.ts';
import type { DocumentContent } from '../document.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { parseHtml } from '../html-node.ts';
import type { ParseOptions } from '../parse-options.ts';
import { unfoldLimit, unfoldsTooFar } from '../unfold-limit.ts';
import { unreadable } from '../unreadable.ts';
import { openZip, ZipError, type ZipArchive } from '../zip-archive.ts';
import { readCoreProperties } from './core-properties.ts';
import { requireWordDocument } from './require-word-document.ts';

/** Elements in one part; more take more memory than a book of thousands of pages. */
const MOST_ELEMENTS = 1_500_000;
/** Of the page that is made of it: a table of 20,000 rows with ten cells comes to half of that. */
const MOST_SIGNS = 1_000_000;

/**
 * Reads a Word document: headings, paragraphs, lists, tables, footnotes; title, author and date of its properties. Its
 * pictures are left out.
 * @throws AppError `DOCUMENT_UNREADABLE` for other archives and what is encrypted, broken or unfolds without measure
 */
export async function readDocx(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions = {},
): Promise<DocumentContent> {
  try {
    const zip = openZip(bytes, unfoldLimit(bytes.length, options.maxRatio));
    requireWordDocument(zip.names, path);
    const { html, warnings } = await convert(zip, path);
    const { body } = await parseHtml(html, MOST_SIGNS);
    const blocks = body === null ? [] : htmlBlocks(body);
    const properties = readCoreProperties(zip);
    const heading = blocks.find((block) => block.kind === 'heading')?.text;
    const title = properties.title ?? heading;
    return {
      ...properties,
      ...(title === undefined ? {} : { title }),
      text: renderBlocks(blocks),
      warnings,
    };
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause;
    throw zipError(cause, bytes.length, path, options.maxRatio);
  }
}

async function convert(
  zip: ZipArchive,
  path: string,
): Promise<{ html: string; warnings: string[] }> {
  const { default: mammoth } = await import('mammoth');
  let pictures = 0;
  const convertImage = mammoth.images.imgElement(() => {
    pictures += 1;
    return Promise.resolve({ src: '' });
  });
  // Takes an archive that is open already, so that nothing is unpacked but by our own measure.
  const input = { file: mammothFile(zip, path) } as unknown as { buffer: Buffer };
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];
  const { value } = await mammoth.convertToHtml(input, { convertImage, styleMap });
  const left =
    pictures === 1 ? 'Its picture was not read.' : `Its ${pictures} pictures were not read.`;
  const warnings = pictures === 0 ? [] : [left];
  return { html: value, warnings };
}

/** The archive as mammoth asks for it. */
function mammothFile(zip: ZipArchive, path: string): object {
  return {
    exists: (name: string) => zip.names.has(name),
    read: async (name: string, encoding?: string): Promise<unknown> => {
      const data = zip.read(name);
      if (encoding === undefined) return data;
      if (encoding === 'base64') return Buffer.from(data).toString('base64');
      const text = new TextDecoder(encoding).decode(data);
      requireBoundedXml(text, path);
      return text;
    },
  };
}

function requireBoundedXml(xml: string, path: string): void {
  const mostTags = MOST_ELEMENTS * 2;
  if (countUpTo(xml, '<', mostTags) <= mostTags) return;
  throw unreadable(path, `has more than ${MOST_ELEMENTS.toLocaleString('en')} elements`, [
    'Split it into smaller documents.',
  ]);
}

function zipError(error: ZipError, size: number, path: string, maxRatio?: number): AppError {
  if (error.reason === 'unfolds') return unfoldsTooFar(path, size, maxRatio);
  if (error.reason === 'encrypted') {
    return unreadable(path, 'is an archive that is protected by a password', [
      'Unpack it, and name the files in it.',
    ]);
  }
  return unreadable(
    path,
    `is a damaged or truncated archive: ${error.message}`,
    ['Get the file again, or open it in Word, let it be repaired, and save it.'],
    error,
  );
}
