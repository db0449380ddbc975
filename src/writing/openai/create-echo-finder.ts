import { tokenizeWords } from '../../core/text/tokenize-words.ts';

/** So many words in a row do not come from a source by chance. */
const RUN = 9;

/** Tells whether a text repeats the rules that the model was given. */
export function createEchoFinder(rules: string): (text: string) => boolean {
  const known = new Set(runs(rules.replace(/\{[{%][^}]*\}/gu, ' ')));
  return (text) => runs(text).some((run) => known.has(run));
}

function runs(text: string): string[] {
  const words = tokenizeWords(text);
  const count = Math.max(0, words.length - RUN + 1);
  return Array.from({ length: count }, (_, start) => words.slice(start, start + RUN).join(' '));
}
