import type { Article, Paragraph } from './article.ts';
import { isStopWord } from './text/stop-words.ts';
import { stemWord } from './text/stem-word.ts';
import { tokenizeWords } from './text/tokenize-words.ts';

/** A run of text that says what an earlier one has said. */
export interface Repetition {
  /** The part it stands in: `sections.2`, `faq.0`, `introduction`, `conclusion`. */
  part: string;
  /** Its paragraph and its run in that, from 0. */
  paragraph: number;
  run: number;
  text: string;
  /** The part that says it first. */
  of: string;
  /** One sentence for whoever writes the part again. */
  message: string;
}

/** Fewer telling words are said too easily to count: `Prices vary by region.` */
const LEAST_WORDS = 5;
/** Share of all telling words of two sentences that both have. */
const NEAR = 0.75;

interface Told {
  part: string;
  words: ReadonlySet<string>;
  figures: string;
}

/**
 * Sentences that are nearly equal to one of an earlier part: the same stems (Jaccard index 0.75 or more) and the same
 * figures. Parts count in the order of writing: sections, FAQ, introduction, conclusion. What repeats itself within one
 * part counts too.
 */
export function findRepetitions(
  article: Pick<Article, 'introduction' | 'sections' | 'faq' | 'conclusion' | 'language'>,
): Repetition[] {
  const parts: [string, readonly Paragraph[]][] = [
    ...article.sections.map(({ paragraphs }, index) => part(`sections.${index}`, paragraphs)),
    ...article.faq.map(({ answer }, index) => part(`faq.${index}`, answer)),
    part('introduction', article.introduction),
    part('conclusion', article.conclusion),
  ];
  const told: Told[] = [];
  const found: Repetition[] = [];
  for (const [name, paragraphs] of parts) {
    paragraphs.forEach(({ kind, content }, paragraph) => {
      if (kind === 'row') return;
      content.forEach(({ text }, run) => {
        const now = tellingWords(name, text, article.language);
        if (now.words.size < LEAST_WORDS) return;
        const first = told.find((before) => isNear(before, now));
        if (first === undefined) told.push(now);
        else found.push({ part: name, paragraph, run, text, of: first.part, message: say(text) });
      });
    });
  }
  return found;
}

function part(name: string, paragraphs: readonly Paragraph[]): [string, readonly Paragraph[]] {
  return [name, paragraphs];
}

function say(text: string): string {
  return `The sentence “${text}” repeats what another part says: leave it out or say something new.`;
}

function tellingWords(part: string, text: string, language: string): Told {
  const words = new Set<string>();
  const figures: string[] = [];
  for (const word of tokenizeWords(text, language)) {
    if (/\d/u.test(word)) figures.push(word);
    if (!isStopWord(word, language)) words.add(stemWord(word, language));
  }
  return { part, words, figures: figures.toSorted().join(' ') };
}

function isNear(left: Told, right: Told): boolean {
  const [less, more] = [left.words, right.words].toSorted((a, b) => a.size - b.size);
  if (less === undefined || more === undefined || less.size < more.size * NEAR) return false;
  if (left.figures !== right.figures) return false;
  const shared = less.intersection(more).size;
  return shared >= NEAR * (less.size + more.size - shared);
}
