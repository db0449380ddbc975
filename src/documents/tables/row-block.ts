import type { Block } from '../blocks.ts';
import { joinLines } from '../blocks.ts';

/** Rows in one file; a table of more is data for a program, and no text for readers. */
export const MOST_ROWS = 200_000;

/**
 * A row with the name of its column before each cell, so that it is understood and found by itself:
 * `| name: Heat pump A | power: 8 kW |`. Empty cells are left out.
 */
export function rowBlock(cells: readonly (readonly [name: string, value: string])[]): Block {
  const shown: string[] = [];
  for (const [name, value] of cells) {
    const line = joinLines(value).replaceAll('|', '/');
    if (line !== '') shown.push(`${joinLines(name).replaceAll('|', '/')}: ${line}`);
  }
  return { kind: 'row', text: shown.length === 0 ? '' : `| ${shown.join(' | ')} |` };
}
