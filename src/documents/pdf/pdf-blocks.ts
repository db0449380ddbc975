import type { Block } from '../blocks.ts';
import { findTables } from './find-tables.ts';
import { joinHyphenated, type LineJoin } from './join-hyphenated.ts';
import { columnEdges, goesOn, type ColumnEdges } from './line-breaks.ts';
import type { PageLines, PdfLine } from './pdf-line.ts';
import { MAX_HEADING_CHARACTERS, roundSize, type Typography } from './typography.ts';

/** Stands in the text of blocks where a page begins; no character of any script. */
export const PAGE_MARK = '\ufdd0';

/** Marks of list items, and numbers with a point or bracket. */
const LIST_ITEM = /^(?:[•▪◦‣·●○■□➤►✓]|[-–—*](?=\s))\s*|^\(?(\d{1,3})[.)]\s+/u;
const MAX_BOLD_HEADING = 120;
/** Their letters are all of one width in every font. */
const SQUARE_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

interface OpenBlock {
  kind: Block['kind'];
  level?: number;
  number?: number;
  /** Of its lines, with what is between them. */
  parts: string[];
  first: PdfLine;
  last: PdfLine;
  edges: ColumnEdges;
}

/**
 * Makes blocks of the lines of a document: lines of a paragraph become one again, over columns and pages too; headings
 * are told by their size or boldness, list items by their marks, rows of tables by their cells.
 */
export function pdfBlocks(pages: readonly PageLines[], typography: Typography): Block[] {
  const builder = new BlockBuilder(typography, pages);
  for (const page of pages) {
    builder.beginPage();
    const rows = findTables(page.lines.filter((line) => !isCode(line, typography)));
    const edges = columnEdges(page.lines);
    for (const line of page.lines) builder.add(line, edges.get(line.column), rows.has(line));
  }
  return builder.end();
}

class BlockBuilder {
  readonly #typography: Typography;
  readonly #join: (before: string, after: string) => LineJoin;
  readonly #blocks: Block[] = [];
  #open: OpenBlock | undefined;
  #marks = '';

  constructor(typography: Typography, pages: readonly PageLines[]) {
    this.#typography = typography;
    this.#join = joinHyphenated(pages);
  }

  beginPage(): void {
    this.#marks += PAGE_MARK;
  }

  add(line: PdfLine, edges: ColumnEdges | undefined, isRow: boolean): void {
    if (edges === undefined) return;
    const block = this.#blockOf(line, edges, isRow);
    const open = this.#open;
    if (open !== undefined && this.#continues(open, line, block, edges)) {
      this.#append(open, block.raw);
      open.last = line;
      open.edges = edges;
    } else {
      this.#close();
      const { raw: _raw, text, ...rest } = block;
      this.#open = { ...rest, parts: [this.#marks + text], first: line, last: line, edges };
    }
    this.#marks = '';
  }

  end(): Block[] {
    this.#close();
    // Pages without text at the end.
    const last = this.#blocks.at(-1);
    if (last !== undefined) last.text += this.#marks;
    return this.#blocks;
  }

  #append({ kind, parts, last }: OpenBlock, text: string): void {
    const join = kind === 'code' ? 'space' : this.#join(last.text, text);
    if (join === 'space') parts.push('\n');
    if (join === 'without hyphen') parts.push(parts.pop()?.slice(0, -1) ?? '');
    parts.push(this.#marks + text);
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const { kind, level, number } = open;
    const joined = open.parts.join('');
    const text = kind === 'code' ? withoutIndent(joined) : joined;
    const isTooLong = kind === 'heading' && text.length > MAX_HEADING_CHARACTERS;
    this.#blocks.push({
      kind: isTooLong ? 'paragraph' : kind,
      text,
      ...(level === undefined || isTooLong ? {} : { level }),
      ...(number === undefined ? {} : { number }),
    });
  }

  /** What a line is when it begins a block, with its text as part of a block before. */
  #blockOf(
    line: PdfLine,
    edges: ColumnEdges,
    isRow: boolean,
  ): Pick<OpenBlock, 'kind' | 'level' | 'number'> & { text: string; raw: string } {
    const { text } = line;
    if (isRow) {
      const cells = line.cells?.map((cell) => cell.text.replaceAll('|', '/')) ?? [text];
      const row = `| ${cells.join(' | ')} |`;
      return { kind: 'row', text: row, raw: row };
    }
    // An entry of a table of contents is none of the headings that it names.
    if (/ … (?:\d{1,4}|[ivxl]{1,6})$/u.test(text)) return { kind: 'item', text, raw: text };
    if (isCode(line, this.#typography)) {
      const indent = Math.round((line.left - edges.left) / (line.size * 0.6));
      const code = ' '.repeat(Math.min(Math.max(indent, 0), 40)) + text;
      return { kind: 'code', text: code, raw: code };
    }
    const level = this.#headingLevel(line);
    if (level !== undefined) return { kind: 'heading', level, text, raw: text };
    const item = LIST_ITEM.exec(text);
    const rest = item === null ? '' : text.slice(item[0].length);
    if (item === null || rest === '') return { kind: 'paragraph', text, raw: text };
    const number = item[1] === undefined ? {} : { number: Number(item[1]) };
    return { kind: 'item', text: rest, raw: text, ...number };
  }

  #headingLevel(line: PdfLine): number | undefined {
    const { bold, bodySize, levels } = this.#typography;
    const size = roundSize(line.size);
    if (!/\p{L}/u.test(line.text)) return undefined;
    const level = levels.get(size);
    if (level !== undefined) return level;
    const isHeading =
      bold.has(line.font) &&
      !line.isMixed &&
      size >= bodySize * 0.95 &&
      line.text.length <= MAX_BOLD_HEADING &&
      !/[.,;:]$/u.test(line.text) &&
      !/^[•▪◦‣·●○■□➤►✓]/u.test(line.text);
    return isHeading ? Math.min(6, Math.max(1, ...levels.values()) + 1) : undefined;
  }

  #continues(
    open: OpenBlock,
    line: PdfLine,
    block: Pick<OpenBlock, 'kind' | 'level'>,
    edges: ColumnEdges,
  ): boolean {
    if (open.kind === 'row' || block.kind === 'row') return false;
    if (open.kind === 'code' || block.kind === 'code') return open.kind === block.kind;
    if (open.kind === 'heading' || block.kind === 'heading') {
      const isSame = open.kind === block.kind && open.level === block.level;
      return isSame && isNear(open.last, line, this.#marks);
    }
    if (block.kind === 'item' && !isWrappedNumber(open, line)) return false;
    return goesOn(open, line, edges, { ...this.#typography, isNewPage: this.#marks !== '' });
  }
}

/** Takes away the indent that all lines share. */
function withoutIndent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.map((line) => /^\ufdd0*( *)/u.exec(line)?.[1]?.length ?? 0);
  const least = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  const indent = new RegExp(`^(\ufdd0*) {${least}}`, 'u');
  return lines.map((line) => line.replace(indent, '$1')).join('\n');
}

/** Lines of a program are wholly of letters of one width, unlike those that name a command. */
function isCode(line: PdfLine, { monospaced }: Typography): boolean {
  return monospaced.has(line.font) && !line.isMixed && !SQUARE_SCRIPTS.test(line.text);
}

/** Headings of more than one line have no space between them. */
function isNear(last: PdfLine, line: PdfLine, marks: string): boolean {
  return (
    marks === '' &&
    last.column === line.column &&
    line.y > last.y &&
    line.y - last.y < 1.6 * Math.max(last.size, line.size)
  );
}

/** A number at the end of a sentence may come to stand at the beginning of a line: `in the year / 20. It …`. */
function isWrappedNumber(open: OpenBlock, line: PdfLine): boolean {
  return (
    open.kind === 'paragraph' &&
    open.last.column === line.column &&
    /^\d{1,3}\.\s/u.test(line.text) &&
    /\p{Ll}$/u.test(open.last.text) &&
    Math.abs(line.left - open.last.left) < 1 &&
    open.edges.right - open.last.right < line.size * 2
  );
}
