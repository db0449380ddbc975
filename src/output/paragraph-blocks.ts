import type { CitedText, Paragraph } from '../core/article.ts';
import { foldText } from '../core/fold-text.ts';

/** Paragraphs as they are set: a list holds the items that follow one another. Empty runs are left out. */
interface Block {
  kind: 'text' | 'quote' | 'list' | 'table';
  /** A list's items, a table's rows, the head first; one entry for other kinds. Each is a series of runs. */
  entries: CitedText[][];
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
    const runs = content
      .map((run) => ({ ...run, text: foldText(run.text) }))
      .filter((run) => run.text !== '');
    if (runs.length === 0) continue;
    const last = blocks.at(-1);
    const name = BLOCK_OF[kind];
    const isSeries = name === 'list' || name === 'table';
    if (isSeries && last?.kind === name) last.entries.push(runs);
    else blocks.push({ kind: name, entries: [runs] });
  }
  return blocks;
}

/** What stands between two runs of a paragraph: nothing in languages that write without spaces. */
export function runSeparator(language: string): '' | ' ' {
  return /^(?:ja|zh|yue|th|lo|km|my)\b/iu.test(language) ? '' : ' ';
}
