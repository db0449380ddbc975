import { lineCounter } from './count-lines.ts';
import { htmlTokens, tagAttributes } from './html-tokens.ts';
import { InlineText } from './inline-text.ts';
import { markdownParser } from './markdown-parser.ts';
import type { PageBuilder } from './page-builder.ts';

/** What runs, loads or embeds something. */
const ACTIVE = new Set('script iframe object embed applet base form meta link'.split(' '));
const BLOCKS = new Set(
  `address article aside blockquote details div dl dd dt fieldset figcaption figure footer header hr li main nav ol p
  pre section summary table td th tr ul h1 h2 h3 h4 h5 h6`.split(/\s+/u),
);

/** Reads the HTML inside of Markdown by its tags: text, headings, links, pictures, and what is active. */
export class MarkupReader {
  readonly #builder: PageBuilder;
  #link: { target: string; start: number; line: number } | undefined;

  constructor(builder: PageBuilder) {
    this.#builder = builder;
  }

  /** A block of HTML, whose texts are blocks of their own. */
  readBlock(html: string, firstLine: number): void {
    const lineOf = lineCounter(html, firstLine);
    let text = new InlineText();
    let opening = '';
    const flush = (): void => {
      const level = Number(/^h([1-6])$/u.exec(opening)?.[1] ?? 0);
      if (level > 0) this.#builder.addText('heading', text, { level });
      else if (opening === 'summary') this.#builder.addText('summary', text);
      else this.#builder.addText(opening === 'li' ? 'item' : 'paragraph', text);
      text = new InlineText();
      opening = '';
      this.#link = undefined;
    };
    for (const { kind, name, start, end } of htmlTokens(html)) {
      const line = lineOf(start);
      if (kind === 'text') text.add(unescapeEntities(html.slice(start, end)), line);
      if (kind === 'other' || kind === 'text') continue;
      if (BLOCKS.has(name)) {
        flush();
        if (kind === 'open') opening = name;
      }
      this.#readTag(kind, name, html.slice(start, end), text, line);
    }
    flush();
  }

  /** One tag inside of a line. */
  readInline(tag: string, text: InlineText, line: number): void {
    for (const { kind, name, start, end } of htmlTokens(tag)) {
      if (kind === 'open' || kind === 'close')
        this.#readTag(kind, name, tag.slice(start, end), text, line);
    }
  }

  #readTag(
    kind: 'open' | 'close',
    name: string,
    tag: string,
    text: InlineText,
    line: number,
  ): void {
    if (kind === 'close') {
      if (name === 'a' && this.#link !== undefined) {
        const { target, start, line: opened } = this.#link;
        this.#builder.addLink(target, text.since(start), opened);
        this.#link = undefined;
      }
      return;
    }
    const attributes = tagAttributes(tag);
    const value = (attribute: string) => {
      const raw = attributes.get(attribute);
      return raw === undefined ? undefined : unescapeEntities(raw);
    };
    const handler = [...attributes.keys()].find((attribute) => /^on[a-z]/u.test(attribute));
    if (ACTIVE.has(name)) this.#builder.activeMarkup.push({ text: `<${name}>`, line });
    else if (handler !== undefined)
      this.#builder.activeMarkup.push({ text: `${handler} on <${name}>`, line });
    if (name === 'br') text.add(' ', line);
    if (name === 'img') this.#builder.addImage(value('src') ?? '', value('alt'), line);
    const target = value('href');
    if (name === 'a' && target !== undefined) this.#link = { target, start: text.place, line };
  }
}

function unescapeEntities(text: string): string {
  return text.includes('&') ? markdownParser.utils.unescapeAll(text) : text;
}
