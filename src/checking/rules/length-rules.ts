import { countWords } from '../../core/text/count-words.ts';
import { EVERYTHING, type Rule } from '../rule.ts';
import { readability } from '../text/readability.ts';
import { showText } from '../text/show-text.ts';

const MAX_PARAGRAPH_WORDS = 150;
/** A sentence of more words is read twice. */
const MAX_SENTENCE_WORDS = 40;

export const paragraphLength: Rule = {
  id: 'paragraph-length',
  severity: 'note',
  appliesTo: EVERYTHING,
  wants: `Paragraphs of at most ${MAX_PARAGRAPH_WORDS} words.`,
  remedy: 'Begin a new paragraph where a new thought begins, or make a list of it.',
  check: ({ blocks }) =>
    blocks
      .filter(({ words }) => words > MAX_PARAGRAPH_WORDS)
      .map(({ text, words, line }) => ({
        message: `The paragraph ${showText(text, 40)} has ${words} words; ${MAX_PARAGRAPH_WORDS} are enough for a screen.`,
        line,
      })),
};

export const sentenceLength: Rule = {
  id: 'sentence-length',
  severity: 'note',
  appliesTo: EVERYTHING,
  wants: `Sentences of at most ${MAX_SENTENCE_WORDS} words.`,
  remedy: 'Make two sentences of it.',
  check: ({ blocks, language }) =>
    blocks
      // A short block holds no long sentence.
      .filter(({ words, kind }) => kind !== 'cell' && words > MAX_SENTENCE_WORDS)
      .flatMap(({ sentences }) => sentences)
      .flatMap(({ text, line }) => {
        const words = countWords(text, language);
        if (words <= MAX_SENTENCE_WORDS) return [];
        return [{ message: `The sentence ${showText(text, 60)} has ${words} words.`, line }];
      }),
};

export const readabilityRule: Rule = {
  id: 'readability',
  severity: 'note',
  appliesTo: EVERYTHING,
  wants:
    'A text that is not difficult: Flesch reading ease of 50 or more for English, Amstad’s form of it for German, LIX below 50 for other languages in Latin, Cyrillic or Greek letters. Texts of less than 100 words, and other scripts, are not judged.',
  remedy: 'Shorten the longest sentences, and use the short word where there is one.',
  check: ({ blocks, language }) => {
    if (language === undefined) return [];
    const sentences = blocks
      .filter(({ kind }) => kind !== 'cell')
      .flatMap((block) => block.sentences.map(({ text }) => text));
    const result = readability(sentences, language);
    if (result === undefined || !result.level.includes('difficult')) return [];
    const { formula, score, level } = result;
    const scale = formula === 'LIX' ? 'below 50 is readable' : '50 and more is readable';
    const name = formula === 'LIX' ? 'LIX' : `Reading ease (${formula})`;
    return [{ message: `The text is ${level} to read: ${name} ${Math.round(score)}; ${scale}.` }];
  },
};
