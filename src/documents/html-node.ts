import { AppError } from '../core/errors.ts';
import { nestingDepth } from './nesting-depth.ts';
import { requireBoundedMarkup } from './require-bounded-markup.ts';

/** The part of the DOM that reading needs; linkedom fulfils it. */
export interface HtmlNode {
  /** 1 for elements, 3 for text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly parentElement: HtmlElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}

/** The time of parsing grows with the square of the depth; no honest page comes near. */
const MAX_NESTING = 2000;

/**
 * Parses HTML without running or loading anything of it.
 * @throws AppError `DOCUMENT_UNREADABLE` when it has tags, or its elements are nested, without measure.
 */
export async function parseHtml(html: string, mostSigns?: number): Promise<HtmlDocument> {
  requireBoundedMarkup(html, mostSigns);
  if (nestingDepth(html) > MAX_NESTING) {
    throw new AppError(
      'DOCUMENT_UNREADABLE',
      `HTML elements are nested more than ${MAX_NESTING} deep.`,
    );
  }
  const { parseHTML } = await import('linkedom');
  return parseHTML(withBody(html)).document;
}

/** Pages may leave out the tags of html, head and body, which the parser does not add. */
function withBody(html: string): string {
  const root = /<html(?:\s[^<>]*)?>/iu.exec(html);
  if (/<body[\s>]/iu.test(html)) return root === null ? `<html><body>${html}</body></html>` : html;
  const inner = root === null ? html : html.slice(root.index + root[0].length);
  const isPiece = root === null && !/<!doctype html/iu.test(html);
  const end = isPiece ? 0 : headEnd(inner);
  const head = inner.slice(0, end).replaceAll(/<\/?head(?:\s[^<>]*)?>/giu, '');
  return `${root?.[0] ?? '<html>'}<head>${head}</head><body>${inner.slice(end)}</body></html>`;
}

/** Where the head of a page ends, as far as it can be told: with its end tag, or else with its title. */
function headEnd(html: string): number {
  const end = /<\/head\s*>/iu.exec(html) ?? /<\/title\s*>/iu.exec(html);
  return end === null ? 0 : end.index + end[0].length;
}
