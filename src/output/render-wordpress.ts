import type { Article, Paragraph } from '../core/article.ts';
import { foldText } from '../core/fold-text.ts';
import type { RichPiece } from '../core/references/rich-piece.ts';
import { linkAddress } from './article-address.ts';
import { type CitedSource, CitedSources } from './cited-sources.ts';
import { escapeAttribute, escapeHtml } from './escape-html.ts';
import { type Block, type Run, paragraphBlocks, runSeparator } from './paragraph-blocks.ts';
import { phrasesOf } from './phrases.ts';
import { quoted } from './quoted.ts';
import type { RenderContext } from './render-context.ts';
import { wordpressBlocks } from './wordpress-blocks.ts';

/** How much the list of sources repeats of a source's words. */
const QUOTE_CHARACTERS = 200;
const MOST_QUOTES = 5;

/**
 * The article's body as the blocks of WordPress' editor, without its title, which the post has. Marks of citations
 * lead to the list of sources at the end, by anchors that no other post has, since lists of posts show several.
 */
export function renderWordpress(article: Article, context: RenderContext): string {
  const sources = new CitedSources(article, context.dossier, context.citationStyle);
  const { language } = article;
  const phrases = phrasesOf(language);
  const anchor = (number: number) => `${context.item.slug}-source-${number}`;
  const renderRun = runRenderer(sources, article, context, anchor);
  const { heading, paragraph } = wordpressBlocks;
  const body = (paragraphs: readonly Paragraph[]) =>
    paragraphBlocks(paragraphs).map((block) => renderBlock(block, renderRun, language));
  const conclusion = body(article.conclusion);
  const blocks = [
    ...body(article.introduction),
    ...article.sections.flatMap((section) => [
      heading(inline(foldText(section.heading)), 2),
      ...body(section.paragraphs),
    ]),
    ...(article.faq.length === 0 ? [] : [heading(phrases.faq, 2)]),
    ...article.faq.flatMap((entry) => [
      heading(inline(foldText(entry.question)), 3),
      ...body(entry.answer),
    ]),
    ...(conclusion.length === 0 ? [] : [heading(phrases.conclusion, 2), ...conclusion]),
    ...(sources.list.length === 0 ? [] : [heading(phrases.sources, 2)]),
    ...sources.list.map((source) =>
      paragraph(renderSource(source, language), anchor(source.number)),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function runRenderer(
  sources: CitedSources,
  { language }: Article,
  context: RenderContext,
  anchor: (number: number) => string,
) {
  const phrases = phrasesOf(language);
  return ({ pieces, citations, doubt }: Run): string => {
    const text = pieces.map((piece) =>
      piece.slug === undefined
        ? inline(piece.text)
        : link(linkAddress(piece.slug, 'wordpress', context), inline(piece.text)),
    );
    const warned =
      doubt === undefined
        ? text.join('')
        : `<mark title="${phrases[doubt]}">${text.join('')}</mark> (${phrases[doubt]})`;
    const marks = sources
      .referencesOf({ citations })
      .map(({ number }) => link(`#${encodeURIComponent(anchor(number))}`, String(number)));
    return marks.length === 0 ? warned : `${warned}<sup>${marks.join(', ')}</sup>`;
  };
}

function renderBlock(
  { kind, entries }: Block,
  renderRun: (run: Run) => string,
  language: string,
): string {
  if (kind === 'table') return wordpressBlocks.table(entries.map((row) => row.map(renderRun)));
  const lines = entries.map((runs) => runs.map(renderRun).join(runSeparator(language)));
  if (kind === 'list') return wordpressBlocks.list(lines);
  const [line = ''] = lines;
  return kind === 'quote' ? wordpressBlocks.quote(line) : wordpressBlocks.paragraph(line);
}

function renderSource(source: CitedSource, language: string): string {
  const { number, reference } = source;
  const line =
    reference === undefined ? plainReference(source) : reference.map(renderPiece).join('');
  const quotes = source.quotes.slice(0, MOST_QUOTES).map(({ text, href }) => {
    const words = inline(quoted(text, language, QUOTE_CHARACTERS));
    return `<br>${href === undefined ? words : link(href, words)}`;
  });
  return `${number}. ${line}${quotes.join('')}`;
}

function plainReference({ title, url, place, author, published }: CitedSource): string {
  const name = url === undefined ? inline(title) : link(url, inline(title));
  const details = [author, place, published].filter((detail) => detail !== undefined).map(inline);
  return [name, ...details].join(', ');
}

function renderPiece({ text, italic, href }: RichPiece): string {
  const shown = italic === true ? `<em>${inline(text)}</em>` : inline(text);
  return href === undefined ? shown : link(href, shown);
}

function link(href: string, html: string): string {
  return `<a href="${escapeAttribute(href)}">${html}</a>`;
}

/** Plain text in which WordPress finds no shortcode, now or once the editor has saved it again. */
function inline(text: string): string {
  return escapeHtml(text).replaceAll(/\[(?=\S)/gu, '[\u2060');
}
