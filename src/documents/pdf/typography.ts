import type { PageLines, PdfLine } from './pdf-line.ts';

/** What is usual in a document, so that what stands out can be told. */
export interface Typography {
  bodySize: number;
  /** From baseline to baseline in parts of the font's size. */
  leading: number;
  bold: ReadonlySet<string>;
  /** Empty where the text itself is set so. */
  monospaced: ReadonlySet<string>;
  /** Level of a heading by its size, rounded as `roundSize` does. */
  levels: ReadonlyMap<number, number>;
}

/** Larger than the text by this is a heading. */
const LARGER = 1.12;
/** Longer is no heading, however large its letters are. */
export const MAX_HEADING_CHARACTERS = 200;
/** Sizes of headings that are told apart; smaller ones share the last level. */
const MOST_LEVELS = 4;

export function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Measures all lines of a document. */
export function measureTypography(
  pages: readonly PageLines[],
  fonts: { bold: ReadonlySet<string>; monospaced: ReadonlySet<string> },
): Typography {
  const lines = pages.flatMap((page) => page.lines);
  const bodySize = most(lines.map((line) => [roundSize(line.size), line.text.length])) ?? 10;
  const bodyFont = most(lines.map((line) => [line.font, line.text.length]));
  const leading = most(
    lines.flatMap((line, index) => {
      const next = lines[index + 1];
      const isBody = next?.column === line.column && roundSize(line.size) === bodySize;
      const ratio = isBody ? (next.y - line.y) / line.size : 0;
      return ratio > 0.8 && ratio < 2.5 ? [[Math.round(ratio * 20) / 20, 1] as const] : [];
    }),
  );
  return {
    bodySize,
    leading: leading ?? 1.3,
    bold: bodyFont !== undefined && fonts.bold.has(bodyFont) ? new Set() : fonts.bold,
    monospaced:
      bodyFont !== undefined && fonts.monospaced.has(bodyFont) ? new Set() : fonts.monospaced,
    levels: headingLevels(lines, bodySize),
  };
}

function headingLevels(lines: readonly PdfLine[], bodySize: number): Map<number, number> {
  const sizes = new Set<number>();
  for (const line of lines) {
    const isHeading = /\p{L}/u.test(line.text) && line.text.length <= MAX_HEADING_CHARACTERS;
    if (isHeading && line.size > bodySize * LARGER) sizes.add(roundSize(line.size));
  }
  const sorted = [...sizes].toSorted((one, other) => other - one);
  return new Map(sorted.map((size, index) => [size, Math.min(index + 1, MOST_LEVELS)]));
}

/** The value with the most weight. */
function most<T>(weighted: readonly (readonly [T, number])[]): T | undefined {
  const sums = new Map<T, number>();
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight);
  let best: T | undefined;
  let weight = 0;
  for (const [value, sum] of sums) if (sum > weight) [best, weight] = [value, sum];
  return best;
}
