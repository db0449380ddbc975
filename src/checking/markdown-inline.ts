import type { Token } from 'markdown-it';
import type { InlineText } from './inline-text.ts';
import { MarkupReader } from './markup-reader.ts';
import type { PageBuilder } from './page-builder.ts';

const MARK = /\[\^([^\]\s]{1,40})\]/gu;

/** Reads the children of a line into its text, links and pictures; gives the targets of its links. */
export function readInline(
  token: Token | undefined,
  text: InlineText,
  builder: PageBuilder,
  firstLine: number,
): string[] {
  const targets: string[] = [];
  const markup = new MarkupReader(builder);
  let line = firstLine;
  let open: { target: string; start: number; line: number; pictures: string } | undefined;
  for (const child of token?.children ?? []) {
    switch (child.type) {
      case 'text':
        addWithMarks(child.content, text, line);
        break;
      case 'softbreak':
      case 'hardbreak':
        text.add(' ', line);
        line += 1;
        break;
      case 'link_open':
        open = {
          target: String(child.attrGet('href') ?? ''),
          start: text.place,
          line,
          pictures: '',
        };
        break;
      case 'link_close':
        if (open === undefined) break;
        targets.push(open.target);
        builder.addLink(open.target, text.since(open.start) || open.pictures, open.line);
        open = undefined;
        break;
      case 'image':
        builder.addImage(String(child.attrGet('src') ?? ''), child.content, line);
        if (open !== undefined) open.pictures += child.content;
        break;
      case 'html_inline':
        markup.readInline(child.content, text, line);
        break;
      default:
        text.add(child.content, line);
    }
  }
  return targets;
}

/** Marks of footnotes are no text: they stand behind what was said. */
function addWithMarks(content: string, text: InlineText, line: number): void {
  let from = 0;
  for (const match of content.matchAll(MARK)) {
    text.add(content.slice(from, match.index), line);
    text.mark(match[1] ?? '');
    from = match.index + match[0].length;
  }
  text.add(content.slice(from), line);
}
