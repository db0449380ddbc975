import type { Block } from './blocks.ts';
import { isElement } from './html-node.ts';
import type { HtmlElement, HtmlNode } from './html-node.ts';
import { isHidden, visibleText } from './is-hidden.ts';
import { withoutTaskMark } from './markdown-blocks.ts';

/** Elements inside a line of text; all others begin and end a block. */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math nobr output picture q ruby
  s samp small source span strike strong sub sup time tt u var wbr mn mi mo mrow msup msub mfrac`.split(
    /\s+/u,
  ),
);

const CONTAINERS_IN_CELL = 'table,ul,ol,h1,h2,h3,h4,pre,p + p';
const SUPERSCRIPT: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
  '+': '⁺',
};

/** Stands for `<br>` while a line is collected; white space like any other afterwards. */
const LINE_BREAK = '\u2028';

/** Deeper nesting than any honest page has; what is below is left out. */
const MAX_DEPTH = 200;

/** Collects the blocks of an element in reading order; scripts, controls, navigation and hidden elements are left out. */
export function htmlBlocks(root: HtmlNode): Block[] {
  const blocks: Block[] = [];
  const numberOf = itemCounter();
  let line = '';
  let kind: Pick<Block, 'kind' | 'level' | 'number'> = { kind: 'paragraph' };

  const flush = (next: typeof kind = { kind: 'paragraph' }): void => {
    // Two or more line breaks are an old way to part paragraphs.
    for (const text of line.split(/\u2028\s*\u2028\s*/u)) {
      if (text.trim() === '') continue;
      blocks.push({ ...kind, text: kind.kind === 'item' ? withoutTaskMark(text) : text });
      // What follows in the same list item is a paragraph of its own.
      if (kind.kind === 'item') kind = { kind: 'paragraph' };
    }
    line = '';
    kind = next;
  };

  const walk = (node: HtmlNode, depth: number): void => {
    if (node.nodeType === 3) line += node.textContent ?? '';
    if (!isElement(node) || isHidden(node) || depth > MAX_DEPTH) return;
    const name = node.localName;
    if (name === 'br') line += LINE_BREAK;
    else if (name === 'sup') line += superscript(node);
    else if (INLINE_ELEMENTS.has(name)) walkChildren(node, depth);
    else walkBlock(node, name, depth);
  };

  const walkChildren = (node: HtmlNode, depth: number): void => {
    for (const child of node.childNodes) walk(child, depth + 1);
  };

  const walkBlock = (node: HtmlElement, name: string, depth: number): void => {
    // A paragraph that opens a list item is the item.
    const opensItem = kind.kind === 'item' && line.trim() === '';
    if (name === 'table' && !isLayoutTable(node)) {
      flush();
      for (const row of node.querySelectorAll('caption,tr')) {
        if (isShownIn(node, row)) blocks.push(tableBlock(row));
      }
      return;
    }
    if (name === 'pre') {
      flush();
      blocks.push({ kind: 'code', text: visibleText(node) });
      return;
    }
    if (/^h[1-6]$/u.test(name)) flush({ kind: 'heading', level: Number(name[1]) });
    else if (name === 'li') flush({ kind: 'item', ...numberOf(node) });
    else if (name === 'dd' && /: \s*$/u.test(line)) line = line.trimEnd() + ' ';
    else if (!opensItem) flush();
    walkChildren(node, depth);
    if (name === 'dt') line = line.trim() === '' ? '' : `${line.trim()}: `;
    else if (!opensItem || line.trim() !== '') flush();
  };

  if (isElement(root)) walkChildren(root, 0);
  else walk(root, 0);
  flush();
  return blocks;
}

function tableBlock(row: HtmlElement): Block {
  if (row.localName === 'caption') return { kind: 'paragraph', text: lineOf(row) };
  const cells: string[] = [];
  for (const cell of row.childNodes) {
    if (isElement(cell) && /^t[dh]$/u.test(cell.localName) && !isHidden(cell))
      cells.push(lineOf(cell).replaceAll('|', '/'));
  }
  return { kind: 'row', text: cells.some((cell) => cell !== '') ? `| ${cells.join(' | ')} |` : '' };
}

/** Whether nothing hides a row of a table, from itself up to the table. */
function isShownIn(table: HtmlElement, row: HtmlElement): boolean {
  for (let part: HtmlElement | null = row; part !== null && part !== table;) {
    if (isHidden(part)) return false;
    part = part.parentElement;
  }
  return true;
}

function lineOf(element: HtmlElement): string {
  const texts = htmlBlocks(element).map((block) => block.text);
  return texts.join(' ').replace(/\s+/gu, ' ').trim();
}

/** Tables that only place things on a page hold whole blocks in their cells. */
function isLayoutTable(table: HtmlElement): boolean {
  for (const cell of table.querySelectorAll('td')) {
    if (cell.querySelector(CONTAINERS_IN_CELL) !== null) return true;
  }
  return false;
}

/** Gives the items of ordered lists their numbers, in the order in which they are asked for. */
function itemCounter(): (item: HtmlElement) => { number?: number } {
  const next = new Map<HtmlElement, number>();
  return (item) => {
    const list = item.parentElement;
    if (list?.localName !== 'ol') return {};
    const number = next.get(list) ?? (Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1);
    next.set(list, number + 1);
    return { number };
  };
}

/** `m²` for a power; nothing for the number of a footnote. */
function superscript(element: HtmlElement): string {
  const text = visibleText(element).trim();
  if (element.querySelector('a') !== null && /^\[?[\w*†‡]{1,4}\]?$/u.test(text)) return '';
  return /^[-−+]?\d{1,4}$/u.test(text)
    ? text.replace(/./gu, (character) => SUPERSCRIPT[character] ?? character)
    : text;
}
