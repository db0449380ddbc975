import { INLINE_ELEMENTS } from '../documents/html-blocks.ts';
import { isHidden } from '../documents/is-hidden.ts';
import {
  isElement,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
} from '../documents/html-node.ts';
import { InlineText } from './inline-text.ts';
import { linkKind } from './link-kind.ts';
import { LINE_ATTRIBUTE } from './mark-lines.ts';
import type { PageBuilder } from './page-builder.ts';
import type { PageBlock } from './page.ts';

/** Deeper nesting than any honest page has; what is below is left out. */
const MAX_DEPTH = 200;

const KINDS: Readonly<Record<string, Place['kind']>> = {
  summary: 'summary',
  li: 'item',
  dd: 'item',
  blockquote: 'quote',
  td: 'cell',
  th: 'head',
  caption: 'head',
};

/** Attributes that lead somewhere or load something, beside links. */
const TARGETS = [
  ['a', 'href'],
  ['area', 'href'],
  ['form', 'action'],
  ['button', 'formaction'],
  ['iframe', 'src'],
] as const;

/** The line that an element begins on. */
export function lineOf(element: HtmlElement): number | undefined {
  const line = Number(element.getAttribute(LINE_ATTRIBUTE) ?? Number.NaN);
  return Number.isInteger(line) && line > 0 ? line : undefined;
}

interface Place {
  kind: PageBlock['kind'] | 'heading' | 'summary';
  level: number;
  /** The head of an article holds its title, and around it what is no part of its text. */
  isHeader: boolean;
}

/** What is inside is of the kind of what is around it; a paragraph is no heading, even where a tag was left open. */
function inherited(kind: Place['kind'], name: string): Place['kind'] {
  return name === 'p' && (kind === 'heading' || kind === 'summary') ? 'paragraph' : kind;
}

/** Walks the body of a page in reading order and hands its texts, links and pictures to the builder. */
export class HtmlPageWalker {
  readonly #builder: PageBuilder;
  readonly #notes: ReadonlySet<HtmlElement>;
  readonly #seen = new Set<HtmlElement>();
  #text = new InlineText();
  /** How many headings with a text there were. */
  #headings = 0;
  #place: Place = { kind: 'paragraph', level: 0, isHeader: false };

  constructor(builder: PageBuilder, notes: ReadonlySet<HtmlElement>) {
    this.#builder = builder;
    this.#notes = notes;
  }

  walk(body: HtmlElement): void {
    this.#walkChildren(body, 0);
    this.#flush();
  }

  /** Links that stand outside of the content, and other things that lead somewhere unsafe. */
  readOtherTargets(document: HtmlDocument): void {
    const noted = new Set<HtmlElement>();
    for (const note of this.#notes) for (const link of note.querySelectorAll('a')) noted.add(link);
    for (const [name, attribute] of TARGETS) {
      for (const element of document.querySelectorAll(`${name}[${attribute}]`)) {
        const target = element.getAttribute(attribute) ?? '';
        if (this.#seen.has(element)) continue;
        if (name !== 'a' && linkKind(target) !== 'unsafe') continue;
        const text = (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
        this.#builder.addLink(target, text, lineOf(element), noted.has(element));
      }
    }
  }

  #walkChildren(node: HtmlElement, depth: number): void {
    for (const child of node.childNodes) this.#walkNode(child, node, depth + 1);
  }

  #walkNode(node: HtmlNode, parent: HtmlElement, depth: number): void {
    if (node.nodeType === 3) this.#text.add(node.textContent ?? '', lineOf(parent));
    if (!isElement(node) || isHidden(node) || depth > MAX_DEPTH) return;
    if (this.#notes.has(node)) {
      this.#builder.count();
      return;
    }
    const name = node.localName;
    if (name === 'br') this.#text.add(' ', lineOf(node));
    else if (name === 'img') this.#readImage(node);
    else if (name === 'sup' && this.#readMarks(node)) return;
    else if (name === 'a') this.#readLink(node, depth);
    else if (INLINE_ELEMENTS.has(name)) this.#walkChildren(node, depth);
    else this.#walkBlock(node, name, depth);
  }

  #walkBlock(node: HtmlElement, name: string, depth: number): void {
    this.#flush();
    if (name === 'pre' || name === 'math') this.#builder.count();
    if (name === 'pre') return;
    const outer = this.#place;
    const level = Number(/^h([1-6])$/u.exec(name)?.[1] ?? 0);
    const before = this.#headings;
    const kind = level > 0 ? 'heading' : (KINDS[name] ?? inherited(outer.kind, name));
    const isHeader = outer.isHeader || name === 'header';
    this.#place = { kind, level: level || outer.level, isHeader };
    this.#walkChildren(node, depth);
    // A heading without text is one all the same, and has its line.
    const isEmpty = level > 0 && this.#text.text === '' && this.#headings === before;
    if (isEmpty) {
      const text = new InlineText();
      text.add('', lineOf(node));
      this.#builder.addText('heading', text, { level });
    }
    this.#flush();
    this.#place = outer;
  }

  #flush(): void {
    const text = this.#text;
    this.#text = new InlineText();
    const { kind, isHeader, level } = this.#place;
    if (text.text === '' || (isHeader && kind !== 'heading')) return;
    if (kind === 'heading') this.#headings += 1;
    this.#builder.addText(kind, text, { level });
  }

  /** Raised links are citations: `[1]`, `2`, `*`. Other raised text, such as an exponent, is text. */
  #readMarks(node: HtmlElement): boolean {
    const links = [...node.querySelectorAll('a[href]')];
    const isMark = /^[[\]\s\w*†‡,–-]{1,12}$/u.test((node.textContent ?? '').trim());
    if (links.length === 0 || !isMark) return false;
    for (const link of links) {
      this.#seen.add(link);
      this.#text.mark(link.getAttribute('href') ?? '');
    }
    return true;
  }

  #readLink(node: HtmlElement, depth: number): void {
    const start = this.#text.place;
    this.#walkChildren(node, depth);
    const target = node.getAttribute('href');
    if (target === null) return;
    this.#seen.add(node);
    const label = node.getAttribute('aria-label') ?? node.getAttribute('title') ?? '';
    const pictures = [...node.querySelectorAll('img')].map((img) => img.getAttribute('alt') ?? '');
    const text = this.#text.since(start) || label.trim() || pictures.join(' ').trim();
    this.#builder.addLink(target, text, lineOf(node));
  }

  #readImage(node: HtmlElement): void {
    const alt = node.getAttribute('alt') ?? undefined;
    this.#builder.addImage(node.getAttribute('src') ?? '', alt, lineOf(node));
  }
}
