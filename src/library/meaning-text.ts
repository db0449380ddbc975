import { hash } from 'node:crypto';
import { splitSentences } from '../core/text/split-sentences.ts';

/** What a passage is embedded as: its text with the sentences before it, and what tells what it is about. */
export interface MeaningText {
  title: string;
  heading?: string | undefined;
  body: string;
  /** Names all of it: equal texts are embedded once, in whatever file they stand. */
  textHash: string;
  /** About as many as it has. */
  tokens: number;
}

/** Makes the text that a passage is embedded as. A passage alone often does not say what it is about. */
export function meaningTextOf(
  title: string,
  text: string,
  passage: { contextStart: number; end: number; heading?: string | undefined; tokens: number },
): MeaningText {
  const { heading, tokens } = passage;
  const body = text.slice(passage.contextStart, passage.end);
  const textHash = hash('sha256', JSON.stringify([title, heading, body])).slice(0, 32);
  return { title, heading, body, textHash, tokens };
}

/**
 * The texts that an embedder is given for a passage: one, or several of whole sentences for a model that reads short
 * texts best. Of several, each stands below the nearest heading only, lest that outweigh it.
 */
export function cutForEmbedder(text: MeaningText, bestCharacters?: number): string[] {
  const { title, heading, body } = text;
  if (bestCharacters === undefined)
    return [`${heading === undefined ? title : `${title}: ${heading}`}\n${body}`];
  const pieces: string[] = [];
  let piece = '';
  for (const line of body.split('\n')) {
    for (const sentence of splitSentences(line)) {
      const words = sentence.text.trim();
      if (piece !== '' && piece.length + words.length > bestCharacters) {
        pieces.push(piece);
        piece = '';
      }
      piece = piece === '' ? words : `${piece} ${words}`;
    }
  }
  if (piece !== '') pieces.push(piece);
  return pieces.map((words) => `${heading ?? title}\n${words}`);
}
