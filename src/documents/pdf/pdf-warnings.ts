import type { PageLines } from './pdf-line.ts';

/** Ranges of pages that a warning lists. */
const MOST_RANGES = 20;

/** What of a PDF was not read, a sentence each. */
export function pdfWarnings(
  pages: readonly PageLines[],
  {
    broken,
    isCutOff,
    isOnlyRunning,
    missed,
  }: {
    broken: readonly number[];
    isCutOff: boolean;
    /** Nothing stands on its pages but what stands on all of them. */
    isOnlyRunning: boolean;
    missed: ReadonlySet<string>;
  },
): string[] {
  const empty = pages
    .filter((page) => page.lines.length === 0 && !broken.includes(page.page))
    .map((page) => page.page);
  const warnings: string[] = [];
  if (isOnlyRunning) {
    warnings.push(
      'Its pages have no text but what is printed on all of them, so they are probably scanned. Make their text readable with OCR, for example ocrmypdf --force-ocr.',
    );
  } else if (empty.length > 0) {
    warnings.push(
      `${pagesOf(empty, pages.length)} no text: ${ranges(empty)}. Scanned pages can be made readable with OCR, for example ocrmypdf --skip-text.`,
    );
  }
  if (broken.length > 0) {
    warnings.push(
      `${broken.length} of ${pages.length} pages could not be read, because they are broken: ${ranges(broken)}.`,
    );
  }
  if (isCutOff)
    warnings.push('The end of the file is missing; what could be recovered of it was read.');
  if (missed.size > 0) {
    warnings.push(
      `Text was left out whose fonts need the character maps ${[...missed].join(', ')}, which npm install pdfjs-dist brings.`,
    );
  }
  return warnings;
}

function pagesOf(numbers: readonly number[], all: number): string {
  return `${numbers.length} of ${all} pages ${numbers.length === 1 ? 'has' : 'have'}`;
}

/** `2, 5–7`. */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  const shown = found
    .slice(0, MOST_RANGES)
    .map(([start, end]) => (start === end ? `${start}` : `${start}–${end}`));
  return shown.join(', ') + (found.length > MOST_RANGES ? ', …' : '');
}
