/** A piece of HTML source: `start` and `end` are offsets in it. */
export interface HtmlToken {
  kind: 'text' | 'open' | 'close' | 'other';
  /** Lower case; empty for text and for what is neither text nor a tag (comments, doctypes). */
  name: string;
  start: number;
  end: number;
}

/** Elements whose content is no HTML, up to their closing tag. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes plaintext'.split(' '));

const TAG = /<(\/?)([a-z][^\s/>]{0,100})/iy;

/**
 * Cuts HTML source into tags, texts and the rest, in one pass and without building anything: for the places of tags in
 * a file, which the parsed document does not tell, and for the HTML inside Markdown.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let textStart = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const token = tokenAt(html, at);
    if (token === undefined) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > textStart) yield { kind: 'text', name: '', start: textStart, end: at };
    yield token;
    textStart = token.end;
    if (token.kind === 'open' && RAW.has(token.name)) {
      const end = rawEnd(html, token);
      if (end > textStart) yield { kind: 'other', name: '', start: textStart, end };
      textStart = end;
    }
    at = html.indexOf('<', textStart);
  }
  if (textStart < html.length) yield { kind: 'text', name: '', start: textStart, end: html.length };
}

function tokenAt(html: string, start: number): HtmlToken | undefined {
  if (html.startsWith('<!--', start)) {
    return { kind: 'other', name: '', start, end: endOf(html, '-->', start + 2) };
  }
  if (html[start + 1] === '!' || html[start + 1] === '?') {
    return { kind: 'other', name: '', start, end: endOf(html, '>', start) };
  }
  TAG.lastIndex = start;
  const match = TAG.exec(html);
  if (match === null) return undefined;
  const [whole, slash, name = ''] = match;
  const end = tagEnd(html, start + whole.length);
  return { kind: slash === '/' ? 'close' : 'open', name: name.toLowerCase(), start, end };
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** Behind the `>` of a tag that is in no quoted value. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let index = from; index < html.length; index += 1) {
    const character = html[index] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return index + 1;
    // Only behind an equals sign a quote opens a value.
    else if ((character === '"' || character === "'") && isValueStart(html, index)) {
      quote = character;
    }
  }
  return html.length;
}

function isValueStart(html: string, index: number): boolean {
  let before = index - 1;
  while (before >= index - 20 && /\s/u.test(html[before] ?? '')) before -= 1;
  return html[before] === '=';
}

function rawEnd(html: string, { name, end }: HtmlToken): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  closing.lastIndex = end;
  return closing.exec(html)?.index ?? html.length;
}

/** The attributes of an opening tag as it stands in the source, names in lower case, entities left as they are. */
export function tagAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  const inside = tag.replace(/^<[^\s/>]+/u, '').replace(/\/?>$/u, '');
  for (const [, name = '', double, single, bare] of inside.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gu,
  )) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}
