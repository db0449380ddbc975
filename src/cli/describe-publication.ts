import type { Publication } from '../core/publication.ts';
import { terminalText } from './terminal-text.ts';

/** Where an article went, in one line: `new draft at wordpress: https://…`, with what an editor should know. */
export function describePublication({ target, url, isNew, note }: Publication): string {
  const what = isNew ? 'new draft' : note === undefined ? 'draft brought up to date' : 'post';
  const place = `${what} at ${terminalText(target, { limit: 40 })}: ${terminalText(url, { limit: 500 })}`;
  return note === undefined ? place : `${place} (${terminalText(note, { limit: 500 })})`;
}
