import { isElement } from './html-node.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';
import { isHidden } from './is-hidden.ts';

/** Words in a class or id that mark what surrounds an article. */
const BOILERPLATE =
  /(?:^|[\s_-])(?:newsletter|subscribe|subscription|signup|cookies?|consent|gdpr|breadcrumbs?|share|sharing|social|related|recommended|promo|advert\w*|ads?|sponsored|paywall|comments?|sidebar|popup|modal|skip-?(?:link|to-content)|pagination|site-?(?:header|footer|nav)|sr-only|visually-hidden|byline|author-?(?:box|bio)|tags)(?:$|[\s_-])/iu;

const LANDMARKS = new Set('navigation search banner contentinfo complementary dialog'.split(' '));
const NEVER_REMOVED = new Set(['html', 'body', 'main', 'article', 'head']);
const SIGN_UP_FIELD = 'input[type=email],input[name=email]';

/** A box around a sign-up field is small; anything larger is a page that happens to hold a form. */
const MAX_BOX_CHARACTERS = 600;

/**
 * Takes out of a page what is around its content: hidden elements, navigation, forms, newsletter, cookie and sharing
 * boxes. An element that holds more than a third of the page's text stays, whatever its name. Changes the document.
 */
export function removeBoilerplate(document: HtmlDocument): void {
  const { body } = document;
  if (body === null) return;
  const elements = [...body.querySelectorAll('*')];
  const lengths = textLengths([body, ...elements]);
  const limit = Math.max((lengths.get(body) ?? 0) / 3, 40);
  const doomed = new Set(signUpBoxes(document, lengths, Math.min(limit, MAX_BOX_CHARACTERS)));
  for (const element of elements) {
    const length = lengths.get(element) ?? 0;
    if (doomed.has(element) || isBoilerplate(element, length, limit)) element.remove();
  }
}

/** Characters of text in each element, in one pass: the list has parents before their children. */
function textLengths(elements: readonly HtmlElement[]): Map<HtmlElement, number> {
  const lengths = new Map<HtmlElement, number>();
  for (const element of elements.toReversed()) {
    let length = 0;
    for (const child of element.childNodes) {
      if (child.nodeType === 3) length += (child.textContent ?? '').trim().length;
      else if (isElement(child) && !isHidden(child)) length += lengths.get(child) ?? 0;
    }
    lengths.set(element, length);
  }
  return lengths;
}

/** The largest small box around each field for an e-mail address. */
function signUpBoxes(
  document: HtmlDocument,
  lengths: ReadonlyMap<HtmlElement, number>,
  limit: number,
): HtmlElement[] {
  const boxes: HtmlElement[] = [];
  for (const field of document.querySelectorAll(SIGN_UP_FIELD)) {
    let box = field;
    for (let parent = field.parentElement; parent !== null; parent = parent.parentElement) {
      if (NEVER_REMOVED.has(parent.localName) || (lengths.get(parent) ?? 0) > limit) break;
      box = parent;
    }
    boxes.push(box);
  }
  return boxes;
}

function isBoilerplate(element: HtmlElement, length: number, limit: number): boolean {
  const name = element.localName;
  if (NEVER_REMOVED.has(name)) return false;
  // Readability reads author and date from linked data and drops the script itself.
  if (name === 'script') return element.getAttribute('type') !== 'application/ld+json';
  if (isHidden(element)) return true;
  if (length > limit) return false;
  const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (name === 'form' || BOILERPLATE.test(marks)) return true;
  if (LANDMARKS.has(element.getAttribute('role') ?? '')) return true;
  return name === 'header' && length <= MAX_BOX_CHARACTERS && element.querySelector('h1') === null;
}
