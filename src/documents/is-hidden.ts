import { isSameColor } from './css-color.ts';
import { isHiddenStyle, readInlineStyle, type InlineStyle } from './hidden-style.ts';
import { isElement, type HtmlElement, type HtmlNode } from './html-node.ts';

/** Elements whose text is no part of what the author says. */
const SKIPPED = new Set(
  `script style noscript noframes noembed template iframe object embed svg canvas audio video dialog nav footer aside
  button input select textarea option datalist progress meter head title link meta map area rp rt annotation
  annotation-xml`.split(/\s+/u),
);

/** A background further up is that of another part of the page. */
const MAX_ANCESTORS = 12;

/**
 * True for what a reader does not see or is not meant to read, as far as the element itself tells: its name, `hidden`,
 * `aria-hidden`, and an inline style that shows nothing. Style sheets are not read.
 */
export function isHidden(element: HtmlElement): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true')
    return true;
  if (element.localName === 'font') return isCamouflaged(element, element.getAttribute('color'));
  const attribute = element.getAttribute('style');
  if (attribute === null) return false;
  const style = readInlineStyle(attribute);
  return isHiddenStyle(style) || isCamouflaged(element, style.get('color'), style);
}

/** The text of a node that a reader sees. */
export function visibleText(node: HtmlNode): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === 3) text += child.textContent ?? '';
    else if (isElement(child) && !isHidden(child)) text += visibleText(child);
  }
  return text;
}

/** True for letters in the colour of the nearest background that an inline style names. */
function isCamouflaged(
  element: HtmlElement,
  color: string | null | undefined,
  style?: InlineStyle,
): boolean {
  if (color === null || color === undefined) return false;
  let background = style === undefined ? undefined : backgroundOf(style);
  let parent = element.parentElement;
  for (let up = 0; background === undefined && parent !== null && up < MAX_ANCESTORS; up++) {
    const attribute = parent.getAttribute('style');
    background =
      (attribute === null ? undefined : backgroundOf(readInlineStyle(attribute))) ??
      parent.getAttribute('bgcolor')?.toLowerCase();
    parent = parent.parentElement;
  }
  return background !== undefined && isSameColor(color.toLowerCase(), background);
}

/** A background that is a picture tells nothing. */
function backgroundOf(style: InlineStyle): string | undefined {
  const background = style.get('background-color') ?? style.get('background');
  return background === undefined || /url\(|gradient\(/u.test(background) ? undefined : background;
}
