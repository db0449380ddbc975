import { foldText } from '../core/fold-text.ts';

/**
 * What could take effect inside a line, in CommonMark, GFM, MDX, kramdown, Pandoc or a template engine that
 * runs over the file first. Everything else stays as it is, so that prose reads well in the raw file:
 * - an ampersand that would begin an entity; `<` unless a space follows; `@` before a name (not in addresses);
 * - all backslashes (raw TeX for Pandoc), backticks, brackets, braces, carets and pipes;
 * - `*` unless it stands between spaces; `_` unless it stands between letters (`a_b`);
 * - `~` unless it can only mean "about" (`~5`); `$` unless an amount follows (`$5`).
 */
const INLINE =
  /&(?=#?\w+;|#?\w*$)|<(?!\s)|[\\`[\]|}^]|(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_])|\{+|\*(?!(?<=\s\*)\s)|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])|~(?!(?<=(?:^|[\s(])~)[\p{L}\p{N}])|\$(?!\d)/gu;

/** Entities where a backslash would not do: template engines look for the bare characters. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '}': '&#125;',
};

/** What makes a block of a line that begins with it: headings, quotes, lists, rules, directives, admonitions. */
const BLOCK_START = /^(?=#|>|:|=+$|[-+](?:[\s+-]|$)|!{3}|\?{3})/u;

/** Plain text from outside as a part of a Markdown line that shows just this text. */
export function escapeMarkdown(text: string): string {
  return foldText(text).replaceAll(INLINE, (match) => {
    // Two braces never touch, not even once Markdown is rendered: Vue looks for them there.
    if (match.startsWith('{')) return [...match].map(() => '&#123;').join('&#8288;');
    return ENTITIES[match] ?? match.replaceAll(/./gu, String.raw`\$&`);
  });
}

/** A line made of escaped parts that is a paragraph and no other block. */
export function escapeLineStart(line: string): string {
  return line
    .replace(BLOCK_START, '\\')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, String.raw`$1\$2`)
    .replace(/^(?:im|ex)port(?=[\s{*'"]|$)/u, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

/** An escaped heading whose closing number signs stay part of it. */
export function escapeHeading(text: string): string {
  return escapeMarkdown(text).replace(/(^|\s)(#+)$/u, String.raw`$1\$2`);
}

/** A web address as the target of a link. */
export function escapeLinkTarget(href: string): string {
  return href
    .replaceAll(/[()<>[\]{}\\`|^"'\s]/gu, (character) => {
      const code = character.charCodeAt(0);
      return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .replaceAll(/&(?=#?\w+;)/gu, '&amp;');
}
