import { InlineText } from './inline-text.ts';
import { PageBuilder } from './page-builder.ts';
import type { Page } from './page.ts';

/** Reads plain text, whose paragraphs are parted by empty lines. */
export function readTextPage(source: string): Page {
  const builder = new PageBuilder();
  let text = new InlineText();
  const lines = source.replace(/^\ufeff/u, '').split(/\r\n?|\n/u);
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '') text.add(`${line} `, index + 1);
    else {
      builder.addText('paragraph', text);
      text = new InlineText();
    }
  }
  builder.addText('paragraph', text);
  return builder.build('text', {});
}
