import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';

/** A part of a page; parts follow one another from its top. */
export type PdfPart =
  | { heading: string; size?: number }
  | { bold: string }
  | { text: string }
  | { item: string; mark?: string }
  | { rows: readonly (readonly string[])[] }
  | { code: readonly string[] }
  | { columns: readonly (readonly string[])[] }
  | { picture: true };

export interface PdfPageSpec {
  parts?: readonly PdfPart[];
  header?: string;
  footer?: string;
  /** Degrees that a viewer turns the page by. */
  rotate?: 0 | 90 | 180 | 270;
}

export interface PdfSpec {
  title?: string;
  author?: string;
  createdAt?: Date;
  language?: string;
  /** Keeps its objects in the open, as old programs do, so that a broken file can be mended. */
  open?: boolean;
  pages: readonly PdfPageSpec[];
}

const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 60;
const SIZE = 10;
const LEADING = 13;

/** A real PDF of A4 pages, set like a printed one: wrapped lines, paragraphs parted by space. */
export async function makePdf(spec: PdfSpec): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const createdAt = spec.createdAt ?? new Date('2025-03-09T00:00:00Z');
  pdf.setCreationDate(createdAt);
  pdf.setModificationDate(createdAt);
  if (spec.title !== undefined) pdf.setTitle(spec.title);
  if (spec.author !== undefined) pdf.setAuthor(spec.author);
  if (spec.language !== undefined) pdf.setLanguage(spec.language);
  const fonts = {
    normal: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
    code: await pdf.embedFont(StandardFonts.Courier),
  };
  const needsPicture = spec.pages.some((page) => page.parts?.some((part) => 'picture' in part));
  const picture = needsPicture ? await pdf.embedPng(Buffer.from(GREY_PIXEL, 'base64')) : undefined;
  for (const { parts = [], header, footer, rotate } of spec.pages) {
    const page = pdf.addPage([WIDTH, HEIGHT]);
    if (rotate !== undefined) page.setRotation({ type: 'degrees' as never, angle: rotate });
    const place = { y: HEIGHT - MARGIN - 30 };
    if (header !== undefined) put(page, fonts.normal, header, MARGIN, HEIGHT - 40, 8);
    if (footer !== undefined) put(page, fonts.normal, footer, WIDTH / 2 - 20, 36, 8);
    for (const part of parts) {
      if ('picture' in part) {
        if (picture !== undefined)
          page.drawImage(picture, { x: MARGIN, y: 200, width: 400, height: 500 });
      } else drawPart(page, fonts, part, place);
    }
  }
  return pdf.save({ useObjectStreams: spec.open !== true });
}

/** One grey pixel, as large as it is drawn. */
const GREY_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCBy2ZcQQAAAABJRU5ErkJggg==';

interface Fonts {
  normal: PDFFont;
  bold: PDFFont;
  code: PDFFont;
}

function drawPart(
  page: PDFPage,
  fonts: Fonts,
  part: Exclude<PdfPart, { picture: true }>,
  place: { y: number },
): void {
  const full = WIDTH - 2 * MARGIN;
  const down = (by: number): number => (place.y -= by);
  if ('heading' in part) {
    const size = part.size ?? 18;
    down(size * 0.6);
    for (const line of wrap(part.heading, fonts.bold, size, full))
      put(page, fonts.bold, line, MARGIN, down(size * 1.2), size);
    down(6);
  } else if ('bold' in part) {
    down(6);
    put(page, fonts.bold, part.bold, MARGIN, down(LEADING), SIZE);
    down(3);
  } else if ('text' in part) {
    for (const line of wrap(part.text, fonts.normal, SIZE, full))
      put(page, fonts.normal, line, MARGIN, down(LEADING), SIZE);
    down(8);
  } else if ('item' in part) {
    const lines = wrap(part.item, fonts.normal, SIZE, full - 20);
    for (const [index, line] of lines.entries()) {
      const y = down(LEADING);
      if (index === 0) put(page, fonts.normal, part.mark ?? '•', MARGIN, y, SIZE);
      put(page, fonts.normal, line, MARGIN + 20, y, SIZE);
    }
  } else if ('rows' in part) {
    for (const row of part.rows) {
      const y = down(LEADING + 4);
      for (const [index, cell] of row.entries())
        put(page, fonts.normal, cell, MARGIN + index * 130, y, SIZE);
    }
    down(8);
  } else if ('code' in part) {
    for (const line of part.code) put(page, fonts.code, line, MARGIN + 12, down(LEADING), 9);
    down(8);
  } else {
    const width = full / part.columns.length - 14;
    let lowest = place.y;
    for (const [index, paragraphs] of part.columns.entries()) {
      let { y } = place;
      for (const paragraph of paragraphs) {
        for (const line of wrap(paragraph, fonts.normal, SIZE, width))
          put(page, fonts.normal, line, MARGIN + index * (width + 28), (y -= LEADING), SIZE);
        y -= 8;
      }
      lowest = Math.min(lowest, y);
    }
    place.y = lowest;
  }
}

function put(page: PDFPage, font: PDFFont, text: string, x: number, y: number, size: number): void {
  page.drawText(text, { x, y, size, font });
}

/** Breaks at spaces, and at soft hyphens, which then show. */
function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer.replaceAll('\u00ad', ''), size) <= width) {
      line = longer;
      continue;
    }
    const [head, ...rest] = word.split('\u00ad');
    const broken = `${line} ${head}-`;
    if (rest.length > 0 && font.widthOfTextAtSize(broken, size) <= width) {
      lines.push(broken);
      line = rest.join('');
    } else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((one) => one.replaceAll('\u00ad', ''));
}
