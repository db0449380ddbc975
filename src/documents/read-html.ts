import { joinLines, renderBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { DocumentContent } from './document.ts';
import { htmlBlocks } from './html-blocks.ts';
import { htmlMetadata } from './html-metadata.ts';
import { parseHtml } from './html-node.ts';
import type { HtmlDocument, HtmlNode } from './html-node.ts';
import { nestingDepth } from './nesting-depth.ts';
import { metadataDate, metadataText } from './metadata.ts';
import { removeBoilerplate } from './remove-boilerplate.ts';

/** Larger or deeper pages are read as a whole: the search for the main content costs more than in proportion. */
const MAX_ELEMENTS = 12_000;
const MAX_NESTING = 150;

/** Below this length, a find that leaves most of the page out is a miss. */
const SHORT_TEXT = 1000;

/**
 * Reads a web page: its main content as found by Mozilla's Readability, or the whole body when that finds nothing.
 * Nothing of the page is run or loaded.
 */
export async function readHtml(source: string): Promise<DocumentContent> {
  const document = await parseHtml(source);
  const metadata = htmlMetadata(document);
  removeBoilerplate(document);
  // Readability takes the document apart, so the whole text comes first.
  const whole = document.body === null ? '' : renderBlocks(htmlBlocks(document.body));
  const elements = [...document.querySelectorAll('body *')].length;
  const isReadable = elements <= MAX_ELEMENTS && nestingDepth(source) <= MAX_NESTING;
  const main = isReadable ? await mainContent(document) : undefined;
  const described = { ...main?.metadata, ...metadata };
  const blocks = main === undefined ? [] : htmlBlocks(main.content);
  const text = renderBlocks(withoutHead(blocks, described.title, described.author));
  const missed = text === '' || (text.length < SHORT_TEXT && text.length < whole.length / 3);
  return {
    ...described,
    text: missed ? whole : text,
    warnings:
      missed && whole !== '' ? ['No main content was found, so the whole page was read.'] : [],
  };
}

/** Drops what stands over many articles beside the title: the title again, `By NAME | 9 March 2025 | 7 min read`. */
function withoutHead(blocks: readonly Block[], title?: string, author?: string): readonly Block[] {
  const [first] = blocks;
  if (first === undefined) return blocks;
  const line = joinLines(first.text);
  if (first.kind === 'heading')
    return line === title ? withoutHead(blocks.slice(1), title, author) : blocks;
  const isShort = line.length <= 150 && !/[.!?:]$/u.test(line);
  const tellsAuthor = /^by\s/iu.test(line) || (author !== undefined && line.includes(author));
  const tellsTime = /\bmin(?:ute)?s? read\b|^(?:published|updated|last updated)\b/iu.test(line);
  return isShort && (tellsAuthor || tellsTime) ? blocks.slice(1) : blocks;
}

interface MainContent {
  content: HtmlNode;
  metadata: Pick<DocumentContent, 'title' | 'author' | 'publishedAt'>;
}

async function mainContent(document: HtmlDocument): Promise<MainContent | undefined> {
  const { Readability } = await import('@mozilla/readability');
  const reader = new Readability<HtmlNode>(document, {
    charThreshold: 250,
    serializer: (node) => node,
  });
  const found = parseSafely(reader);
  if (!found?.content) return undefined;
  const title = metadataText(found.title);
  const author = metadataText(found.byline?.replace(/^by\s+/iu, ''), 120);
  const publishedAt = metadataDate(found.publishedTime);
  return {
    content: found.content,
    metadata: {
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
    },
  };
}

/** Pages that Readability cannot cope with (nested too deeply, say) are read as a whole. */
function parseSafely<T>(reader: { parse(): T }): T | undefined {
  try {
    return reader.parse();
  } catch {
    return undefined;
  }
}
