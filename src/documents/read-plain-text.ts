import { renderBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { DocumentContent } from './document.ts';
import { metadataDate, metadataText } from './metadata.ts';

const MAX_HEADING_CHARACTERS = 100;
const LIST_ITEM = /^\s*(?:[-*+•–]|(\d{1,3})[.)])\s+(.*)$/u;
const RULE = /^\s*([-=_*~])(?:\s*\1){2,}\s*$/u;

/**
 * Reads plain text: lines that were wrapped at a width become paragraphs again, a short line alone between blank lines
 * becomes a heading (the first one the title), a line `by NAME, DATE` under the title tells author and date.
 */
export function readPlainText(source: string): DocumentContent {
  const groups = source
    .split(/\n[ \t]*(?:\n[ \t]*)+/u)
    .map((group) => group.split('\n').filter((line) => line.trim() !== ''));
  const width = wrapWidth(groups.flat());
  const blocks: Block[] = [];
  let byline: Byline | undefined;
  for (const lines of groups) {
    const heading = headingOf(lines);
    const credit = blocks.length === 1 && blocks[0]?.level === 1 ? bylineOf(lines) : undefined;
    if (credit !== undefined) byline = credit;
    else if (heading !== undefined)
      blocks.push({ kind: 'heading', level: blocks.length === 0 ? 1 : 2, text: heading });
    else blocks.push(...groupBlocks(lines, width));
  }
  const title = blocks[0]?.level === 1 ? metadataText(blocks[0].text) : undefined;
  return {
    ...(title === undefined ? {} : { title }),
    ...byline,
    text: renderBlocks(demoteTrailingHeadings(blocks)),
    warnings: [],
  };
}

/** The length that wrapped lines come up to: that of the longest but a few; 0 for text with a line a paragraph. */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines
    .map((line) => line.trimEnd().length)
    .toSorted((left, right) => left - right);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return width > 140 ? 0 : width;
}

function headingOf(lines: readonly string[]): string | undefined {
  const [first, second] = lines;
  if (first === undefined || first.trim().length > MAX_HEADING_CHARACTERS) return undefined;
  const underlined = lines.length === 2 && second !== undefined && RULE.test(second);
  if (lines.length > 1 && !underlined) return undefined;
  const text = first.trim().replace(/^#{1,6}\s+/u, '');
  const isHeading =
    /\p{L}/u.test(text) &&
    !LIST_ITEM.test(first) &&
    (underlined || !/[.,;:!。！，；：]["”’)]?$/u.test(text));
  return isHeading ? text : undefined;
}

/** Headings at the end stand over nothing: they are lone last lines. */
function demoteTrailingHeadings(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.kind !== 'heading');
  return blocks.map((block, index) =>
    index > last ? { kind: 'paragraph', text: block.text } : block,
  );
}

function groupBlocks(lines: readonly string[], width: number): Block[] {
  const blocks: (Omit<Block, 'text'> & { lines: string[] })[] = [];
  let previous: string | undefined;
  for (const line of lines) {
    if (RULE.test(line)) {
      previous = undefined;
      continue;
    }
    const last = blocks.at(-1);
    const goesOn = previous !== undefined && isWrapped(previous, line, width);
    const item = LIST_ITEM.exec(line);
    if (item !== null && (!goesOn || last?.kind === 'item')) {
      const number = item[1] === undefined ? {} : { number: Number(item[1]) };
      blocks.push({ kind: 'item', lines: [item[2] ?? ''], ...number });
    } else if (goesOn && last !== undefined) {
      last.lines.push(line);
    } else {
      blocks.push({ kind: 'paragraph', lines: [line] });
    }
    previous = line;
  }
  return blocks.map(({ lines: parts, ...block }) => ({ ...block, text: parts.join('\n') }));
}

/** True when a line goes on in the next: its first word had no room, or it begins in lower case or indented. */
function isWrapped(line: string, next: string, width: number): boolean {
  if (width === 0) return false;
  const room = width - line.trimEnd().length;
  const firstWord = /\S+/u.exec(next)?.[0].length ?? 0;
  return (
    room <= firstWord + width * 0.15 ||
    /^\s*\p{Ll}/u.test(next) ||
    (LIST_ITEM.test(line) && /^\s/u.test(next))
  );
}

interface Byline {
  author?: string;
  publishedAt?: string;
}

function bylineOf(lines: readonly string[]): Byline | undefined {
  if (lines.length !== 1) return undefined;
  const match = /^\s*by\s+([^,.;:]{2,60})(?:,\s*(.{4,40}))?$/iu.exec(lines[0] ?? '');
  if (match === null) return undefined;
  const author = metadataText(match[1]);
  const publishedAt = metadataDate(match[2]);
  return {
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}
