import type { HtmlDocument, HtmlElement } from '../documents/html-node.ts';
import { metadataLanguage } from '../documents/metadata.ts';
import { lineOf } from './html-walker.ts';
import type { PageHead } from './page-builder.ts';
import type { PageText } from './page.ts';

/** What the head of a page says; `meta name=keyword` is how this program could name what a page is to be found by. */
export function htmlHead(document: HtmlDocument): PageHead {
  const metas = new Map<string, PageText>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? '';
    const key = name.trim().toLowerCase();
    if (key !== '' && !metas.has(key)) metas.set(key, placed(meta, meta.getAttribute('content')));
  }
  const titleElement = document.querySelector('head > title') ?? document.querySelector('title');
  const title = titleElement === null ? undefined : placed(titleElement, titleElement.textContent);
  const description = metas.get('description');
  const robots = metas.get('robots');
  const keyword = metas.get('keyword')?.text ?? metas.get('keywords')?.text.split(',')[0]?.trim();
  const canonical = [...document.querySelectorAll('link[href]')]
    .filter((link) => /(?:^|\s)canonical(?:\s|$)/iu.test(link.getAttribute('rel') ?? ''))
    .map((link) => placed(link, link.getAttribute('href')));
  const jsonLd = [...document.querySelectorAll('script[type]')]
    .filter((script) => /^\s*application\/ld\+json\b/iu.test(script.getAttribute('type') ?? ''))
    .map((script) => ({ ...placed(script, ''), text: script.textContent ?? '' }));
  const language = metadataLanguage(document.documentElement?.getAttribute('lang'));
  return {
    ...(title !== undefined && title.text !== '' && { title }),
    ...(description !== undefined && description.text !== '' && { description }),
    ...(robots !== undefined && { robots }),
    ...(keyword !== undefined && keyword !== '' && { keyword }),
    ...(language !== undefined && { declaredLanguage: language }),
    canonical,
    jsonLd,
    social: new Map([...metas].filter(([name]) => /^(?:og|twitter):/u.test(name))),
  };
}

function placed(element: HtmlElement, text: string | null): PageText {
  const line = lineOf(element);
  return {
    text: (text ?? '').replace(/\s+/gu, ' ').trim(),
    ...(line !== undefined && { line }),
  };
}
