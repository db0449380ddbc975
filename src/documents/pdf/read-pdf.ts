import type { AppError } from '../../core/errors.ts';
import { joinLines, renderBlocks, type Block } from '../blocks.ts';
import type { DocumentContent } from '../document.ts';
import type { ParseOptions } from '../parse-options.ts';
import { timeOver } from '../time-over.ts';
import { unreadable } from '../unreadable.ts';
import { BoldFonts } from './bold-fonts.ts';
import { CharacterMaps } from './character-maps.ts';
import { isTruncated, mendTruncated } from './mend-truncated.ts';
import { openPdf, type Pdf } from './open-pdf.ts';
import { pageLines } from './page-lines.ts';
import { pageSegments } from './page-segments.ts';
import { takePageMarks } from './page-spans.ts';
import { PAGE_MARK, pdfBlocks } from './pdf-blocks.ts';
import type { PageLines } from './pdf-line.ts';
import { pdfMetadata } from './pdf-metadata.ts';
import { pdfWarnings } from './pdf-warnings.ts';
import { removeRunningLines } from './remove-running-lines.ts';
import { requireBoundedStreams } from './require-bounded-streams.ts';
import { requireCharacters } from './require-characters.ts';
import { measureTypography } from './typography.ts';

const DEFAULT_MAX_PAGES = 5000;
const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Reads the text of a PDF in reading order, with the place of each page in it. Takes the bytes away.
 * @throws AppError `DOCUMENT_UNREADABLE` when it is encrypted, broken, scanned, too long, unfolds without measure or
 * takes too long; the signal's reason when aborted
 */
export async function readPdf(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions = {},
): Promise<DocumentContent> {
  await requireBoundedStreams(bytes, path, options.maxRatio);
  const isCutOff = isTruncated(bytes);
  const maps = new CharacterMaps();
  const pdf = await openPdf(isCutOff ? mendTruncated(bytes) : bytes, path, options.password, maps);
  try {
    const { maxPages = DEFAULT_MAX_PAGES } = options;
    if (pdf.numPages > maxPages) throw tooManyPages(path, pdf.numPages, maxPages);
    const found = await readPages(pdf, path, options);
    if (found.pages.every((page) => page.lines.length === 0))
      throw noText(path, found, maps.missed);
    const kept = removeRunningLines(found.pages);
    const isOnlyRunning = kept.every((page) => page.lines.length === 0);
    const pages = isOnlyRunning ? found.pages : kept;
    requireCharacters(pages, path);
    const blocks = pdfBlocks(pages, measureTypography(pages, found));
    const { text, pages: spans } = takePageMarks(renderBlocks(blocks));
    const metadata = await pdfMetadata(pdf);
    const title = metadata.title ?? firstHeading(blocks);
    return {
      ...metadata,
      ...(title === undefined ? {} : { title }),
      text,
      pages: spans,
      warnings: pdfWarnings(kept, {
        broken: found.broken,
        isCutOff,
        isOnlyRunning,
        missed: maps.missed,
      }),
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

interface FoundPages {
  pages: PageLines[];
  /** Numbers of pages that could not be read. */
  broken: number[];
  bold: ReadonlySet<string>;
  monospaced: ReadonlySet<string>;
}

async function readPages(pdf: Pdf, path: string, options: ParseOptions): Promise<FoundPages> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal } = options;
  const deadline = performance.now() + timeoutMs;
  const fonts = new BoldFonts();
  const monospaced = new Set<string>();
  const pages: PageLines[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted();
    if (performance.now() > deadline) throw timeOver(path, timeoutMs);
    try {
      const page = await pdf.getPage(number);
      const segments = await pageSegments(page);
      await fonts.look(page, segments.fonts);
      for (const font of segments.monospaced) monospaced.add(font);
      const { height } = page.getViewport({ scale: 1 });
      pages.push({ page: number, height, lines: pageLines(segments.groups) });
      page.cleanup();
    } catch {
      broken.push(number);
      pages.push({ page: number, height: 1, lines: [] });
    }
  }
  return { pages, broken, bold: fonts.bold, monospaced };
}

function firstHeading(blocks: readonly Block[]): string | undefined {
  const heading = blocks.find((block) => block.kind === 'heading');
  const isOnFirstPage = heading?.text.lastIndexOf(PAGE_MARK) ?? -1;
  if (heading === undefined || isOnFirstPage > 0) return undefined;
  return joinLines(heading.text.replaceAll(PAGE_MARK, '')).slice(0, 300) || undefined;
}

function tooManyPages(path: string, pages: number, limit: number): AppError {
  return unreadable(
    path,
    `has ${pages.toLocaleString('en')} pages; documents may have up to ${limit.toLocaleString('en')}`,
    ['Split it, for example with: qpdf --split-pages=500 FILE OUT.pdf'],
  );
}

function noText(
  path: string,
  { pages, broken }: FoundPages,
  missed: ReadonlySet<string>,
): AppError {
  if (missed.size > 0) {
    return unreadable(
      path,
      `has no readable text: its fonts need the character maps ${[...missed].join(', ')}`,
      [
        'Install them with: npm install pdfjs-dist',
        'Or print it anew as a PDF with its fonts inside.',
      ],
    );
  }
  if (broken.length === pages.length) {
    return unreadable(path, 'is a broken PDF: none of its pages can be read', [
      'Get the file again, or repair it, for example with: mutool clean FILE OUT.pdf',
    ]);
  }
  const count = pages.length === 1 ? 'its page has' : `none of its ${pages.length} pages has`;
  return unreadable(path, `has no readable text: ${count} any, so it is probably scanned`, [
    'Make its text readable with OCR, for example with: ocrmypdf FILE OUT.pdf',
  ]);
}
