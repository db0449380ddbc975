/** A block of a passage: offsets count in the passage's text, markers (`# `, `- `, `1. `) left out. */
export interface TextBlock {
  kind: 'heading' | 'text' | 'item' | 'table';
  start: number;
  end: number;
  /** True for an item of a numbered list. */
  numbered: boolean;
}

const HEADING = /^#{1,6}[ \t]+/u;
const ITEM = /^[ \t]*(?:[-*+•]|(\d{1,3})[.)])[ \t]+/u;
/** A line alone that asks, in texts that mark headings by nothing else. */
const QUESTION_LINE = /^\p{Lu}[^.!?\n]{8,110}\?$/u;

/**
 * The blocks of a passage in reading order. Blank lines part paragraphs; a heading, a list item and a table row also
 * end the paragraph before them. Lines that follow an item without a blank line belong to it.
 */
export function readBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | undefined;
  for (const line of text.matchAll(/[^\n]*(?:\n|$)/gu)) {
    const content = line[0].trimEnd();
    if (content.trim() === '') {
      open = undefined;
      continue;
    }
    const end = line.index + content.length;
    const heading = HEADING.exec(content);
    const item = ITEM.exec(content);
    if (heading !== null) {
      blocks.push(block('heading', line.index + heading[0].length, end));
      open = undefined;
    } else if (/^\s*\|/u.test(content)) {
      blocks.push(block('table', line.index, end));
      open = undefined;
    } else if (item !== null) {
      open = block('item', line.index + item[0].length, end, item[1] !== undefined);
      blocks.push(open);
    } else if (open !== undefined) {
      open.end = end;
    } else {
      open = block('text', line.index + content.search(/\S/u), end);
      blocks.push(open);
    }
  }
  for (const each of blocks) {
    if (each.kind === 'text' && QUESTION_LINE.test(text.slice(each.start, each.end)))
      each.kind = 'heading';
  }
  return blocks;
}

function block(kind: TextBlock['kind'], start: number, end: number, numbered = false): TextBlock {
  return { kind, start, end, numbered };
}
