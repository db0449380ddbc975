import type { RichPiece } from '../core/references/rich-piece.ts';
import { escapeLineStart, escapeLinkTarget, escapeMarkdown } from './escape-markdown.ts';

/** A reference as a line of Markdown that begins no other block and shows just its words. */
export function markdownReference(pieces: readonly RichPiece[]): string {
  return escapeLineStart(pieces.map(renderPiece).join(''));
}

function renderPiece({ text, italic, href }: RichPiece): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return before;
  const escaped = escapeMarkdown(words);
  if (href !== undefined) return `${before}[${escaped}](${escapeLinkTarget(href)})${after}`;
  return italic === true ? `${before}*${escaped}*${after}` : before + escaped + after;
}
