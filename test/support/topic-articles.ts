import type { Workplace } from './cli.ts';

/** Keywords of which none competes with another; the pages of `topicPages` speak of them. */
export const TOPICS = ['noise', 'costs', 'grants', 'repairs', 'drilling'].map(
  (word) => `heat pump ${word}`,
);

/** The shortest articles that there are. */
export const GLOSSARY = ['--template', 'glossary'];

/** Writes short articles on the keywords. */
export function writeArticles(place: Workplace, keywords: readonly string[], ...args: string[]) {
  return place.run(['batch', ...keywords, ...GLOSSARY, ...args]);
}
