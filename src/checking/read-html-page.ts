import { parseHtml, type HtmlDocument, type HtmlElement } from '../documents/html-node.ts';
import { htmlHead } from './html-head.ts';
import { HtmlPageWalker, lineOf } from './html-walker.ts';
import { markLines } from './mark-lines.ts';
import { PageBuilder } from './page-builder.ts';
import type { Page } from './page.ts';

/**
 * Reads a web page: its head, and what its body shows outside of navigation, footers and hidden parts. Nothing of it is
 * run or loaded.
 * @throws AppError `DOCUMENT_UNREADABLE` when its elements are nested without measure.
 */
export async function readHtmlPage(source: string): Promise<Page> {
  const document = await parseHtml(
    markLines(source.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n')),
  );
  const builder = new PageBuilder();
  const byId = elementsById(document);
  for (const name of byId.keys()) builder.anchors.add(name);
  const notes = noteElements(document, byId);
  for (const [label, element] of notes) {
    const url = [...element.querySelectorAll('a[href]')]
      .map((link) => link.getAttribute('href') ?? '')
      .find((target) => /^https?:/iu.test(target));
    const line = lineOf(element);
    builder.notes.set(label, {
      text: (element.textContent ?? '').replace(/\s+/gu, ' ').trim(),
      ...(url !== undefined && { url }),
      ...(line !== undefined && { line }),
    });
  }
  const walker = new HtmlPageWalker(builder, new Set(notes.values()));
  if (document.body !== null) walker.walk(document.body);
  walker.readOtherTargets(document);
  return builder.build('html', htmlHead(document));
}

function elementsById(document: HtmlDocument): Map<string, HtmlElement> {
  const byId = new Map<string, HtmlElement>();
  for (const element of document.querySelectorAll('[id],a[name]')) {
    for (const attribute of ['id', 'name']) {
      const name = element.getAttribute(attribute);
      if (name !== null && !byId.has(name)) byId.set(name, element);
    }
  }
  return byId;
}

/**
 * The entries that raised links lead to, by the links' targets: `#source-1`; and those of a list of sources as this
 * program writes it, whose citations may lead to the very words on the web instead.
 */
function noteElements(
  document: HtmlDocument,
  byId: ReadonlyMap<string, HtmlElement>,
): Map<string, HtmlElement> {
  const notes = new Map<string, HtmlElement>();
  for (const link of document.querySelectorAll('sup a[href]')) {
    const target = link.getAttribute('href') ?? '';
    const element = target.startsWith('#') ? byId.get(target.slice(1)) : undefined;
    if (element !== undefined) notes.set(target, element);
  }
  for (const element of document.querySelectorAll('.sources li[id^="source-"]')) {
    notes.set(`#${element.getAttribute('id') ?? ''}`, element);
  }
  return notes;
}
