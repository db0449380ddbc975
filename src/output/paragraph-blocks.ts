import type { CitedText, Paragraph } from '../core/article.ts';
import { type Piece, linkedPieces } from './linked-pieces.ts';

/** A run as it is set: on one line, in pieces that are linked or not. */
export interface Run extends Omit<CitedText, 'links'> {
  pieces: readonly Piece[];
}

/** Paragraphs as they are set: lists and tables hold what follows one another. Empty runs are left out. */
export interface Block {
  kind: 'text' | 'quote' | 'list' | 'table';
  /**
   * A list's items; a table's rows, the head first, each of as many cells as the longest; one entry for other kinds.
   * Each is a series of runs.
   */
  entries: Run[][];
}

const BLOCK_OF = {
  text: 'text',
  quote: 'quote',
  item: 'list',
  row: 'table',
} satisfies Record<Paragraph['kind'], Block['kind']>;

/** Groups paragraphs into blocks and folds their texts. */
export function paragraphBlocks(paragraphs: readonly Paragraph[]): Block[] {
  const blocks: Block[] = [];
  for (const { kind, content } of paragraphs) {
    const all = content.map(setRun);
    const filled = all.filter((run) => run.text !== '');
    if (filled.length === 0) continue;
    const last = blocks.at(-1);
    const name = BLOCK_OF[kind];
    // An empty cell keeps its column.
    const runs = name === 'table' ? all : filled;
    const isSeries = name === 'list' || name === 'table';
    if (isSeries && last?.kind === name) last.entries.push(runs);
    else blocks.push({ kind: name, entries: [runs] });
  }
  return blocks.map((block) => (block.kind === 'table' ? evenRows(block) : block));
}

/** What stands between two runs of a paragraph: nothing in languages that write without spaces. */
export function runSeparator(language: string): '' | ' ' {
  return /^(?:ja|zh|yue|th|lo|km|my)\b/iu.test(language) ? '' : ' ';
}

function setRun({ links, ...run }: CitedText): Run {
  const pieces = linkedPieces({ ...run, ...(links !== undefined && { links }) });
  return { ...run, text: pieces.map(({ text }) => text).join(''), pieces };
}

function evenRows({ kind, entries }: Block): Block {
  const columns = Math.max(...entries.map((row) => row.length));
  const empty: Run = { text: '', citations: [], pieces: [] };
  const pad = (row: Run[]) => [
    ...row,
    ...Array.from({ length: columns - row.length }, () => empty),
  ];
  return { kind, entries: entries.map(pad) };
}
