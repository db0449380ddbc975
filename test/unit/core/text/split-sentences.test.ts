import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/core/text/split-sentences.ts';

const texts = (text: string, language?: string): string[] =>
  splitSentences(text, language).map((sentence) => sentence.text);

describe('splitSentences', () => {
  it.each([
    ['Dr. Smith came. He left.', ['Dr. Smith came.', 'He left.']],
    ['It holds approx. 30 Ah. Good.', ['It holds approx. 30 Ah.', 'Good.']],
    [
      'Use waste, e.g. Leaves, i.e. Carbon. Then wait.',
      ['Use waste, e.g. Leaves, i.e. Carbon.', 'Then wait.'],
    ],
    [
      'See No. 5 and Fig. 3. No. That is wrong.',
      ['See No. 5 and Fig. 3.', 'No.', 'That is wrong.'],
    ],
    [
      'The U.S. Department agreed. He lives in the U.S. The end.',
      ['The U.S. Department agreed.', 'He lives in the U.S.', 'The end.'],
    ],
    [
      'J. R. R. Tolkien wrote. We chose plan B. Then we left.',
      ['J. R. R. Tolkien wrote.', 'We chose plan B.', 'Then we left.'],
    ],
    [
      'It rose 3.5 percent in 2023. 30 people came.',
      ['It rose 3.5 percent in 2023.', '30 people came.'],
    ],
    ['“Really?” she asked. Yes!', ['“Really?” she asked.', 'Yes!']],
  ])('splits %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    ['de', 'Das ist z. B. Strom. Am 3. Mai kam er.', ['Das ist z. B. Strom.', 'Am 3. Mai kam er.']],
    ['zh', '你好世界。今天天气很好！', ['你好世界。', '今天天气很好！']],
    ['fr', 'M. Dupont arrive. Il part.', ['M. Dupont arrive.', 'Il part.']],
    ['not a tag!', 'One. Two.', ['One.', 'Two.']],
  ])('knows %s', (language, text, expected) => {
    expect(texts(text, language)).toEqual(expected);
  });

  it('keeps headings and table rows whole and leaves list markers out', () => {
    expect(texts('# Heading. Two\n\n- item one. And more.\n1. First\n| a. B | c |')).toEqual([
      '# Heading. Two',
      'item one.',
      'And more.',
      'First',
      '| a. B | c |',
    ]);
  });

  it('gives offsets that point at the words, in order, and loses no letter', () => {
    const piece = fc.constantFrom(
      'Word',
      ' ',
      '. ',
      '\n',
      'e.g.',
      '3.',
      '?',
      '- ',
      'ö',
      '。',
      '🔥',
      '"',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          let end = 0;
          for (const sentence of splitSentences(text)) {
            expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
            expect(sentence.start).toBeGreaterThanOrEqual(end);
            expect(text.slice(end, sentence.start)).not.toMatch(/\p{L}/u);
            end = sentence.end;
          }
          expect(text.slice(end)).not.toMatch(/\p{L}/u);
        },
      ),
    );
  });
});
