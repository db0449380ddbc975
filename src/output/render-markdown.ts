import type { Article, Paragraph } from '../core/article.ts';
import { type CitedSource, CitedSources } from './cited-sources.ts';
import {
  escapeHeading,
  escapeLineStart,
  escapeLinkTarget,
  escapeMarkdown,
} from './escape-markdown.ts';
import { frontMatter } from './front-matter.ts';
import { paragraphBlocks, runSeparator } from './paragraph-blocks.ts';
import { phrasesOf } from './phrases.ts';
import type { RenderContext } from './render-context.ts';

/**
 * The article as Markdown with YAML front matter. Citations are footnotes (`[^1]`), which GitHub, Hugo,
 * Jekyll, Docusaurus, Pandoc and Obsidian number and link both ways without any HTML, and which read as
 * what they are where nothing renders them.
 */
export function renderMarkdown(article: Article, context: RenderContext): string {
  const sources = new CitedSources(article, context.dossier);
  const phrases = phrasesOf(article.language);
  const body = (paragraphs: readonly Paragraph[]): string[] =>
    renderParagraphs(paragraphs, article.language, sources);
  const conclusion = body(article.conclusion);
  const blocks = [
    `# ${escapeHeading(article.title)}`,
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
    ...sources.list.map(renderSource),
  ];
  return `${frontMatter(article, sources.list, context)}\n${blocks.join('\n\n')}\n`;
}

function renderParagraphs(
  paragraphs: readonly Paragraph[],
  language: string,
  sources: CitedSources,
): string[] {
  const separator = runSeparator(language);
  return paragraphBlocks(paragraphs).map(({ kind, entries }) => {
    const lines = entries.map((runs) => {
      const parts = runs.map((run) => {
        const references = sources.numbersOf(run).map((number) => `[^${number}]`);
        const text = escapeMarkdown(run.text);
        // An exclamation mark before a bracket would begin an image.
        const closed = references.length === 0 ? text : text.replace(/!$/u, String.raw`\!`);
        return closed + references.join(' ');
      });
      return escapeLineStart(parts.join(separator));
    });
    const mark = { text: '', quote: '> ', list: '- ' }[kind];
    return lines.map((line) => mark + line).join('\n');
  });
}

/** The text after the link also keeps older Markdown from reading the line as a link definition. */
function renderSource({ number, title, url, place, author, published }: CitedSource): string {
  const text = escapeMarkdown(title);
  const name = url === undefined ? text : `[${text}](${escapeLinkTarget(url)})`;
  const details = [author, place, published].filter((detail) => detail !== undefined);
  return `[^${number}]: ${[name, ...details.map(escapeMarkdown)].join(', ')}`;
}
