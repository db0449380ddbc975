import { isSameLine } from './is-same-line.ts';
import type { PdfPage } from './open-pdf.ts';

/** A run of text in one line without wide gaps, upright: x to the right, y downwards, in points. */
export interface Segment {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** That of most of its letters. */
  font: string;
  /** True where others are of another font. */
  isMixed: boolean;
  /** True for scripts that run from right to left. */
  isRightToLeft: boolean;
}

/** Gaps in parts of the font's size: less is inside a word, more parts cells. */
const WORD_GAP = 0.16;
const CELL_GAP = 1;
/** Marks of list items stand far from their text, and belong to it. */
const LONE_MARK = /^(?:[•▪◦‣·●○■□➤►✓–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])$/u;

interface Glyphs {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  font: string;
  isRightToLeft: boolean;
}

export interface PageSegments {
  /** By the direction that they are written in (0, 90, 180, 270 degrees), the most of it first. */
  groups: readonly (readonly Segment[])[];
  /** All fonts of the page. */
  fonts: readonly string[];
  /** Those of them whose letters are all of one width. */
  monospaced: readonly string[];
}

/** The text of a page. */
export async function pageSegments(page: PdfPage): Promise<PageSegments> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: false });
  const groups = new Map<number, Glyphs[]>();
  let space = false;
  const spaces = new WeakSet<Glyphs>();
  for (const item of content.items) {
    if (!('str' in item)) continue;
    // Page borders are marked by this character later.
    const text = item.str.replaceAll('\ufdd0', '');
    if (text.trim() === '') {
      space ||= text !== '';
      continue;
    }
    const { angle, glyphs } = place(item, text, viewport.transform);
    if (space) spaces.add(glyphs);
    space = false;
    const group = groups.get(angle);
    if (group === undefined) groups.set(angle, [glyphs]);
    else group.push(glyphs);
  }
  const fonts = Object.keys(content.styles);
  return {
    groups: [...groups.values()]
      .toSorted((one, other) => charactersOf(other) - charactersOf(one))
      .map((glyphs) => joinGlyphs(glyphs, spaces)),
    fonts,
    monospaced: fonts.filter((font) => content.styles[font]?.fontFamily === 'monospace'),
  };
}

function charactersOf(glyphs: readonly Glyphs[]): number {
  return glyphs.reduce((sum, { text }) => sum + text.length, 0);
}

interface Item {
  transform: readonly number[];
  width: number;
  height: number;
  fontName: string;
  dir: string;
}

/** Turns an item upright: its own matrix within the page's. */
function place(
  item: Item,
  text: string,
  [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: readonly number[],
): { angle: number; glyphs: Glyphs } {
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform;
  const x = a * te + c * tf + e;
  const y = b * te + d * tf + f;
  const [directionX, directionY] = [a * ta + c * tb, b * ta + d * tb];
  const angle = ((Math.round((Math.atan2(directionY, directionX) * 2) / Math.PI) % 4) + 4) % 4;
  const size = Math.hypot(a * tc + c * td, b * tc + d * td) || Math.abs(item.height) || 1;
  const [left, baseline] = (
    [
      [x, y],
      [y, -x],
      [-x, -y],
      [-y, x],
    ] as const
  )[angle] ?? [x, y];
  const isRightToLeft = item.dir === 'rtl';
  const glyphs = {
    text,
    left,
    right: left + item.width,
    y: baseline,
    size,
    font: item.fontName,
    isRightToLeft,
  };
  return { angle, glyphs };
}

/** Joins what follows one another in a line. Items come in the order in which they were drawn. */
function joinGlyphs(all: readonly Glyphs[], spaces: WeakSet<Glyphs>): Segment[] {
  const segments: Segment[] = [];
  let open: Segment | undefined;
  let inMainFont = 0;
  for (const glyphs of all) {
    const gap = open === undefined ? undefined : gapBetween(open, glyphs);
    if (open === undefined || gap === undefined || isWide(open, gap)) {
      open = { ...glyphs, isMixed: false };
      inMainFont = glyphs.text.length;
      segments.push(open);
      continue;
    }
    const isApart = spaces.has(glyphs) || gap > WORD_GAP * Math.min(open.size, glyphs.size);
    const between = isApart && !/\s$/u.test(open.text) && !/^\s/u.test(glyphs.text) ? ' ' : '';
    if (open.font === glyphs.font && open.size === glyphs.size) inMainFont += glyphs.text.length;
    else {
      open.isMixed ||= open.font !== glyphs.font;
      if (glyphs.text.length > inMainFont) {
        open.font = glyphs.font;
        open.size = glyphs.size;
        open.y = glyphs.y;
        inMainFont = glyphs.text.length;
      }
    }
    open.text += between + glyphs.text;
    open.left = Math.min(open.left, glyphs.left);
    open.right = Math.max(open.right, glyphs.right);
  }
  return segments;
}

function isWide(open: Segment, gap: number): boolean {
  return gap > CELL_GAP * open.size && !LONE_MARK.test(open.text.trim());
}

/** Space between two runs of one line; undefined when the second is in another. Powers and footnotes stand higher. */
function gapBetween(open: Segment, next: Glyphs): number | undefined {
  if (!isSameLine(open, next)) return undefined;
  const size = Math.max(open.size, next.size);
  const gap =
    open.isRightToLeft && next.isRightToLeft ? open.left - next.right : next.left - open.right;
  // Letters drawn over one another (bold by repetition, accents) overlap a little.
  return gap < -size ? undefined : gap;
}
