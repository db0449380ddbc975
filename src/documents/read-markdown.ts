import MarkdownIt from 'markdown-it';
import { renderBlocks, type Block } from './blocks.ts';
import type { DocumentContent } from './document.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parseHtml } from './html-node.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { metadataDate, metadataLanguage, metadataText } from './metadata.ts';
import { requireBoundedMarkup } from './require-bounded-markup.ts';

/**
 * Reads Markdown (CommonMark with tables), with the title, author, date and language of its YAML front matter. HTML
 * inside is read as HTML, so that its tags, scripts, comments and hidden parts stay out of the text.
 * @throws AppError `DOCUMENT_UNREADABLE` when it has HTML without measure.
 */
export async function readMarkdown(source: string): Promise<DocumentContent> {
  requireBoundedMarkup(source);
  const { splitFrontMatter } = await import('./front-matter.ts');
  const { body, fields, warnings } = splitFrontMatter(source);
  const blocks = await readBlocks(withoutFootnoteMarks(body));
  const title =
    metadataText(fields['title']) ?? metadataText(blocks.find((block) => block.level === 1)?.text);
  const author = metadataText(fields['author'] ?? fields['authors']);
  const publishedAt = metadataDate(fields['date'] ?? fields['published'] ?? fields['publishedAt']);
  const language = metadataLanguage(fields['language'] ?? fields['lang']);
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
    text: renderBlocks(blocks),
    warnings,
  };
}

const parser = new MarkdownIt('default', { html: true, linkify: false, typographer: false });
// Only the texts of links are read; one that the parser refuses would stand there with its address.
parser.validateLink = () => true;

async function readBlocks(markdown: string): Promise<Block[]> {
  const environment = {};
  const tokens = parser.parse(markdown, environment);
  const blocks = markdownBlocks(tokens);
  if (blocks !== undefined) return blocks;
  const { body } = await parseHtml(parser.renderer.render(tokens, parser.options, environment));
  return body === null ? [] : htmlBlocks(body);
}

/** Footnote marks (`[^1]`) are not part of CommonMark and would stay in the text. */
function withoutFootnoteMarks(markdown: string): string {
  return markdown
    .replace(/^\[\^[^\]\s]{1,40}\]:[ \t]*/gmu, '')
    .replace(/\[\^[^\]\s]{1,40}\]/gu, '');
}
