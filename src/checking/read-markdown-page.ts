import type { Token } from 'markdown-it';
import { splitFrontMatter } from '../documents/front-matter.ts';
import { cutFootnotes } from './cut-footnotes.ts';
import { frontMatterHead } from './front-matter-head.ts';
import { InlineText } from './inline-text.ts';
import { readInline } from './markdown-inline.ts';
import { markdownParser } from './markdown-parser.ts';
import { MarkupReader } from './markup-reader.ts';
import { PageBuilder } from './page-builder.ts';
import type { Page, PageBlock } from './page.ts';

/** Reads Markdown (CommonMark with tables and footnotes) with YAML front matter, which stands for the head. */
export function readMarkdownPage(source: string): Page {
  const text = source.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const { body: markdown, fields, block, warnings } = splitFrontMatter(text);
  const firstLine = block.split('\n').length;
  const { body, footnotes } = cutFootnotes(markdown);
  const builder = new PageBuilder();
  const tokens = markdownParser.parse(body, {});
  readBlocks(tokens, builder, firstLine);
  for (const { label, markdown, line } of footnotes) {
    const inline = new InlineText();
    const at = firstLine + line;
    const urls = readInline(markdownParser.parseInline(markdown, {})[0], inline, builder, at);
    const url = urls.find((target) => /^https?:/iu.test(target));
    builder.notes.set(label, { text: inline.text, line: at, ...(url !== undefined && { url }) });
    builder.count();
  }
  const head = frontMatterHead(fields, block);
  const page = builder.build('markdown', { ...head, warnings });
  const heading = page.headings.find(({ level }) => level === 1);
  if (page.title !== undefined || heading === undefined || heading.text === '') return page;
  const { text: title, line } = heading;
  return { ...page, title: { text: title, ...(line !== undefined && { line }) } };
}

/** Walks the tokens of blocks; lists, quotations and tables lend their kind to the paragraphs in them. */
function readBlocks(tokens: readonly Token[], builder: PageBuilder, firstLine: number): void {
  const kinds: PageBlock['kind'][] = [];
  let heading: number | undefined;
  for (const token of tokens) {
    const line = firstLine + (token.map?.[0] ?? 0);
    switch (token.type) {
      case 'list_item_open':
        kinds.push('item');
        break;
      case 'blockquote_open':
        kinds.push('quote');
        break;
      case 'th_open':
        kinds.push('head');
        break;
      case 'td_open':
        kinds.push('cell');
        break;
      case 'list_item_close':
      case 'blockquote_close':
      case 'th_close':
      case 'td_close':
        kinds.pop();
        break;
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'fence':
      case 'code_block':
        builder.count();
        break;
      case 'html_block':
        new MarkupReader(builder).readBlock(token.content, line);
        break;
      case 'inline': {
        const text = new InlineText();
        text.add('', line);
        readInline(token, text, builder, line);
        if (heading === undefined) builder.addText(kinds.at(-1) ?? 'paragraph', text);
        else builder.addText('heading', text, { level: heading });
        heading = undefined;
        break;
      }
    }
  }
}
