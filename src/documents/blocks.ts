import { cleanText } from '../core/text/clean-text.ts';

/** A piece of a document's plain text: everything but code is one line. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code';
  text: string;
  /** `1` to `6` marks of a heading. */
  level?: number;
  /** Number of an item in an ordered list. */
  number?: number;
}

const TOGETHER: ReadonlySet<Block['kind']> = new Set(['item', 'row', 'code']);

/** The text of blocks in the form that `DocumentContent` describes. */
export function renderBlocks(blocks: readonly Block[]): string {
  let text = '';
  let previous: Block | undefined;
  for (const block of blocks) {
    const line = renderBlock(block);
    if (line.trim() === '') continue;
    if (previous !== undefined) {
      text += previous.kind === block.kind && TOGETHER.has(block.kind) ? '\n' : '\n\n';
    }
    text += line;
    previous = block;
  }
  return text;
}

function renderBlock(block: Block): string {
  if (block.kind === 'code') {
    const lines = cleanText(block.text).trimEnd().split('\n');
    return lines.map((line) => (line.trim() === '' ? '' : `    ${line}`)).join('\n');
  }
  const line = joinLines(cleanText(block.text));
  if (line === '') return '';
  if (block.kind === 'heading') return `${'#'.repeat(block.level ?? 2)} ${line}`;
  if (block.kind === 'item')
    return `${block.number === undefined ? '-' : `${block.number}.`} ${line}`;
  return line;
}

/** Scripts that are written without spaces, and their punctuation. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？]/u;

/** One line of many: white space folded, and none left at a line end between characters that are written without. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text.replace(/\s+/gu, ' ').trim();
  const isUnspaced = (at: number): boolean => {
    // The second half of a surrogate pair has its first half before it.
    const start = /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
    const code = text.codePointAt(start);
    return code !== undefined && UNSPACED.test(String.fromCodePoint(code));
  };
  return text
    .replace(/\s+/gu, (space, at: number) =>
      space.includes('\n') && isUnspaced(at - 1) && isUnspaced(at + space.length) ? '' : ' ',
    )
    .trim();
}
