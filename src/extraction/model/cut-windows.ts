import { estimateTokens } from '../../core/estimate-tokens.ts';

/** A piece of a text that is asked about at once. Offsets in UTF-16 code units, `end` exclusive. */
export interface TextWindow {
  start: number;
  end: number;
}

export interface WindowOptions {
  /** Tokens of a window, at most. */
  tokens: number;
  /** Tokens that a window has in common with the one before it, so that nothing is torn apart at the border. */
  overlap: number;
}

/**
 * Cuts a text into windows at line ends; a line that is longer than a window is cut at spaces, and where there are none,
 * between characters. Together the windows are the whole text.
 */
export function cutWindows(text: string, { tokens, overlap }: WindowOptions): TextWindow[] {
  const pieces = piecesOf(text, Math.max(1, Math.floor(tokens / 4)));
  const windows: TextWindow[] = [];
  let first = 0;
  while (first < pieces.length) {
    let next = first;
    let sum = 0;
    while (
      next < pieces.length &&
      (next === first || sum + (pieces[next]?.tokens ?? 0) <= tokens)
    ) {
      sum += pieces[next]?.tokens ?? 0;
      next++;
    }
    windows.push({ start: pieces[first]?.start ?? 0, end: pieces[next - 1]?.end ?? text.length });
    if (next >= pieces.length) break;
    let shared = 0;
    let back = next;
    while (back - 1 > first && shared + (pieces[back - 1]?.tokens ?? 0) <= overlap) {
      back--;
      shared += pieces[back]?.tokens ?? 0;
    }
    first = back;
  }
  return windows.length === 0 ? [{ start: 0, end: text.length }] : windows;
}

interface Piece extends TextWindow {
  tokens: number;
}

/** Lines with their line ends; long ones in parts of at most so many tokens. */
function piecesOf(text: string, most: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    let from = start;
    while (from < end) {
      const to = partEnd(text, from, end, most);
      pieces.push({ start: from, end: to, tokens: estimateTokens(text.slice(from, to)) });
      from = to;
    }
    start = end;
  }
  return pieces;
}

function partEnd(text: string, from: number, end: number, most: number): number {
  // A token is at least one character.
  if (end - from <= most || estimateTokens(text.slice(from, end)) <= most) return end;
  let to = Math.min(end, from + most * 4);
  while (estimateTokens(text.slice(from, to)) > most)
    to = from + Math.max(1, Math.floor((to - from) * 0.8));
  const space = text.lastIndexOf(' ', to - 1);
  if (space > from + (to - from) / 2) return space + 1;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]/.test(text[to - 1] ?? '') ? to + 1 : to;
}
