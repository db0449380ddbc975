import type { Article, Paragraph } from '../core/article.ts';
import { linkAddress } from './article-address.ts';
import { type CitedSource, CitedSources } from './cited-sources.ts';
import {
  escapeHeading,
  escapeLineStart,
  escapeLinkTarget,
  escapeMarkdown,
} from './escape-markdown.ts';
import { frontMatter } from './front-matter.ts';
import { type Block, type Run, paragraphBlocks, runSeparator } from './paragraph-blocks.ts';
import { markdownReference } from './markdown-reference.ts';
import { phrasesOf } from './phrases.ts';
import { quoted } from './quoted.ts';
import type { RenderContext } from './render-context.ts';

/** How much of a source's words a footnote repeats; the dossier has them all. */
const QUOTE_CHARACTERS = 160;
const MOST_QUOTES = 5;

/** Generators whose themes print the title of the front matter as the page's main heading. */
const PRINTS_TITLE: ReadonlySet<string> = new Set(['hugo', 'astro', 'jekyll']);

/**
 * The article as Markdown with YAML front matter. Citations are footnotes (`[^1]`), which GitHub, Hugo,
 * Jekyll, Docusaurus, Pandoc and Obsidian number and link both ways without any HTML, and which read as
 * what they are where nothing renders them.
 */
export function renderMarkdown(article: Article, context: RenderContext): string {
  const sources = new CitedSources(article, context.dossier, context.citationStyle);
  const { language } = article;
  const phrases = phrasesOf(language);
  const renderRun = runRenderer(sources, language, context);
  const body = (paragraphs: readonly Paragraph[]): string[] =>
    paragraphBlocks(paragraphs).map((block) => renderBlock(block, renderRun, language));
  const conclusion = body(article.conclusion);
  const blocks = [
    ...(PRINTS_TITLE.has(context.preset) ? [] : [`# ${escapeHeading(article.title)}`]),
    ...body(article.introduction),
    ...article.sections.flatMap((section) => [
      `## ${escapeHeading(section.heading)}`,
      ...body(section.paragraphs),
    ]),
    ...(article.faq.length === 0 ? [] : [`## ${phrases.faq}`]),
    ...article.faq.flatMap((entry) => [
      `### ${escapeHeading(entry.question)}`,
      ...body(entry.answer),
    ]),
    ...(conclusion.length === 0 ? [] : [`## ${phrases.conclusion}`, ...conclusion]),
    ...(sources.list.length === 0 ? [] : [`## ${phrases.sources}`]),
    ...sources.list.map((source) => renderSource(source, language)),
  ];
  return `${frontMatter(article, sources.list, context)}\n${blocks.join('\n\n')}\n`;
}

function runRenderer(sources: CitedSources, language: string, context: RenderContext) {
  const phrases = phrasesOf(language);
  return ({ pieces, citations, doubt }: Run): string => {
    const text = pieces.map((piece, index) => {
      const escaped = escapePiece(piece.text);
      if (piece.slug === undefined) {
        // An exclamation mark before a bracket would begin an image.
        return index + 1 < pieces.length ? escaped.replace(/!$/u, String.raw`\!`) : escaped;
      }
      return `[${escaped}](${linkAddress(piece.slug, 'md', context)})`;
    });
    const warned = doubt === undefined ? text : [...text, ` (⚠ ${phrases[doubt]})`];
    const marks = sources.referencesOf({ citations }).map(({ number }) => `[^${number}]`);
    const closed = warned.join('');
    return (marks.length === 0 ? closed : closed.replace(/!$/u, String.raw`\!`)) + marks.join(' ');
  };
}

/** Escapes a part of a line that may begin or end with the space to the next part. */
function escapePiece(text: string): string {
  const [, before = '', words = '', after = ''] = /^( ?)(.*?)( ?)$/su.exec(text) ?? [];
  return before + escapeMarkdown(words) + after;
}

function renderBlock(
  { kind, entries }: Block,
  renderRun: (run: Run) => string,
  language: string,
): string {
  if (kind === 'table') return renderTable(entries, renderRun);
  const mark = { text: '', quote: '> ', list: '- ' }[kind];
  const separator = runSeparator(language);
  return entries
    .map((runs) => mark + escapeLineStart(runs.map(renderRun).join(separator)))
    .join('\n');
}

/** Pipes in cells are escaped with all the rest. */
function renderTable(rows: readonly Run[][], renderRun: (run: Run) => string): string {
  const [head = '', ...body] = rows.map((row) => `| ${row.map(renderRun).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
  return [head, rule, ...body].join('\n');
}

/** The text after the link also keeps older Markdown from reading the line as a link definition. */
function renderSource(source: CitedSource, language: string): string {
  const { number, reference } = source;
  const quotes = source.quotes.slice(0, MOST_QUOTES).map((quote) => {
    const words = escapeMarkdown(quoted(quote.text, language, QUOTE_CHARACTERS));
    return quote.href === undefined ? words : `[${words}](${escapeLinkTarget(quote.href)})`;
  });
  if (source.quotes.length > MOST_QUOTES) quotes.push('…');
  const line = reference === undefined ? plainReference(source) : markdownReference(reference);
  const colon = reference !== undefined && line.endsWith('.') ? '' : ':';
  return `[^${number}]: ${quotes.length === 0 ? line : `${line}${colon} ${quotes.join(' · ')}`}`;
}

function plainReference({ title, url, place, author, published }: CitedSource): string {
  const text = escapeMarkdown(title);
  const name = url === undefined ? text : `[${text}](${escapeLinkTarget(url)})`;
  const details = [author, place, published].filter((detail) => detail !== undefined);
  return escapeLineStart([name, ...details.map((detail) => escapeMarkdown(detail))].join(', '));
}
